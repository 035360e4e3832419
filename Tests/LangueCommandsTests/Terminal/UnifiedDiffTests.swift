import Testing

@testable import LangueCommands

@Suite struct UnifiedDiffTests {
  private func diff(_ before: String, _ after: String) -> String {
    UnifiedDiff(path: "a.json", before: before, after: after).text(isPrintable: false)
  }

  @Test func `nothing changed is nothing`() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func `changes that are far apart are hunks of their own`() {
    let before = (1...20).map { "\($0)\n" }
    var after = before
    after[1] = "two\n"
    after[18] = "nineteen\n"
    #expect(
      diff(before.joined(), after.joined()) == """
        --- a/a.json
        +++ b/a.json
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
         5
        @@ -16,5 +16,5 @@
         16
         17
         18
        -19
        +nineteen
         20

        """)
  }

  @Test func `lines that are added or taken out are counted`() {
    #expect(
      diff("a\n", "a\nb\nc\n")
        == "--- a/a.json\n+++ b/a.json\n@@ -1 +1,3 @@\n a\n+b\n+c\n")
    #expect(diff("a\n", "") == "--- a/a.json\n+++ b/a.json\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func `a last line without an end says so`() {
    #expect(
      diff("a\nb", "a\nc")
        == "--- a/a.json\n+++ b/a.json\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n"
        + "+c\n\\ No newline at end of file\n")
  }

  @Test func `a text and its NFC differ`() {
    #expect(diff("e\u{301}\n", "\u{E9}\n").contains("+\u{E9}\n"))
  }

  @Test func `what would command a terminal is written out where asked`() {
    let diff = UnifiedDiff(path: "a", before: "", after: "\u{202E}x\r\n").text(isPrintable: true)
    #expect(diff.contains("+\\u{202E}x\\u{D}\n"))
  }
}
