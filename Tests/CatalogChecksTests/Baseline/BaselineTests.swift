import CatalogChecks
import Diagnostics
import Testing

@Suite struct BaselineTests {
  func finding(_ rule: String, _ locale: String?, _ key: String, _ locales: [String] = [])
    -> Finding
  {
    Finding(
      rule: rule, severity: .warning, locale: locale, key: key, file: "f", message: "m",
      locales: locales)
  }

  @Test func whatIsInTheBaselineIsNotNew() {
    let old = [finding("a", "de", "k"), finding("a", "de", "k"), finding("b", "fr", "k")]
    let baseline = Baseline(old)
    #expect(baseline.newFindings(among: old).isEmpty)
    let third = old + [finding("a", "de", "k"), finding("b", "de", "k")]
    #expect(baseline.newFindings(among: third).map(\.rule) == ["a", "b"])
  }

  @Test func aBaselineOnlyShrinks() {
    let baseline = Baseline([finding("a", "de", "k"), finding("a", "fr", "k")])
    let smaller = baseline.shrunk(to: [finding("a", "de", "k"), finding("c", "de", "k")])
    #expect(smaller.count == 1)
    #expect(smaller.newFindings(among: [finding("c", "de", "k")]).count == 1)
    #expect(smaller.shrunk(to: [finding("a", "fr", "k")]).isEmpty)
  }

  @Test func aFaultThatManyLocalesShareStaysKnownWhenOneOfThemIsMended() {
    let many = ["ar", "da", "de", "fi", "fr", "ja", "pl"]
    let baseline = Baseline([finding("a", "en", "k", many)])
    #expect(baseline.newFindings(among: many.dropLast().map { finding("a", $0, "k") }).isEmpty)
    #expect(baseline.newFindings(among: [finding("a", "sv", "k")]).count == 1)
  }

  @Test func itIsReadAsItWasWritten() throws {
    let baseline = Baseline([
      finding("a", "de", "k \"quoted\""), finding("a", nil, "x"), finding("b", "fr", "k"),
      finding("b", "fr", "k"),
    ])
    let read = try Baseline(parsing: Array(baseline.text.utf8))
    #expect(read == baseline)
    #expect(read.text == baseline.text)
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"version":2,"findings":{}}"#,
    #"{"version":1,"findings":{"a":{"de":{"k":0}}}}"#,
  ])
  func whatIsNoBaselineIsRefused(text: String) {
    #expect(throws: Diagnostic.self) { try Baseline(parsing: Array(text.utf8)) }
  }
}
