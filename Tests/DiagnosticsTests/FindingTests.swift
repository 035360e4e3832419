import Diagnostics
import Testing

@Suite struct FindingTests {
  private func finding(
    _ file: String, at offset: Int? = nil, rule: String = "rule", key: String? = nil,
    locale: String? = nil, message: String = ""
  ) -> Finding {
    let range = offset.map { LineIndex(Array(repeating: 0x61, count: 99)).range($0..<$0) }
    return Finding(
      rule: rule, severity: .error, locale: locale, key: key, file: file, range: range,
      message: message)
  }

  @Test func `findings stand in the order of file, place, rule, key, locale and message`() {
    let ordered = [
      finding("a.json"),
      finding("a.json", at: 0, rule: "b"),
      finding("a.json", at: 3, rule: "a", key: "k"),
      finding("a.json", at: 3, rule: "b"),
      finding("a.json", at: 3, rule: "b", key: "k"),
      finding("a.json", at: 3, rule: "b", key: "k", locale: "ar"),
      finding("a.json", at: 3, rule: "b", key: "k", locale: "bg"),
      finding("a.json", at: 3, rule: "b", key: "k", locale: "bg", message: "x"),
      finding("b.json"),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect(ordered.reversed().inOrder() == ordered)
    for (left, right) in zip(ordered, ordered.dropFirst()) {
      #expect(left < right)
      #expect(!(right < left))
    }
  }

  @Test func `severities are ordered by how much they matter`() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    #expect([Severity.warning, .error, .note].max() == .error)
  }
}
