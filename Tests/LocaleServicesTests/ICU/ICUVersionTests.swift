import LocaleServices
import Testing

@Suite struct ICUVersionTests {
  @Test func `the versions are numbers with a point`() {
    for version in [ICUVersion.icu, ICUVersion.cldr, ICUVersion.unicode] {
      let parts = version.split(separator: ".").map { Int($0) }
      #expect(parts.count >= 2, "\(version)")
      #expect(parts.allSatisfy { $0 != nil }, "\(version)")
    }
    #expect((ICUVersion.icu.split(separator: ".").first.flatMap { Int($0) } ?? 0) >= 70)
  }

  @Test func `an error has ICU's name`() {
    #expect(ICUError(code: 1).name == "U_ILLEGAL_ARGUMENT_ERROR")
  }
}
