import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@Suite("Fingerprints of meaning")
struct FingerprintTests {
  private func fingerprint(_ text: String) throws -> Fingerprint {
    Fingerprint(of: try #require(MessageFormat2.parse(text).message))
  }

  @Test(
    "how a message is written does not matter",
    arguments: [
      ("Hello {$name}", "{{Hello {$name}}}"),
      ("Hello {$name}", "Hello { $name }"),
      ("Hello {$name}", "Hello {$name @note=|for translators|}"),
      (
        "{$n :number minimumFractionDigits=1 style=x}",
        "{$n :number style=|x| minimumFractionDigits=1}"
      ),
      ("a\\{b", "a\\{b"),
      ("Prix : 1", "Prix\u{A0}: 1"),
      ("a b", "  a\n b "),
      (
        ".input {$n :integer} .match $n one {{a}} * {{b}}",
        ".input   {$n :integer}\n.match $n\n*  {{b}}\none {{a}}"
      ),
    ])
  func same(left: String, right: String) throws {
    #expect(try fingerprint(left) == fingerprint(right))
  }

  @Test(
    "what a message means matters",
    arguments: [
      ("Hello", "hello"),
      ("a {$x}", "a{$x}"),
      ("{$x}", "{$y}"),
      ("{$x}", "{|x|}"),
      ("{$x :number}", "{$x :integer}"),
      ("{$x :number style=percent}", "{$x :number}"),
      ("{#b}x{/b}", "{#i}x{/i}"),
      ("{#b}x{/b}", "{#b/}x"),
      (
        ".input {$n :integer} .match $n one {{a}} * {{b}}",
        ".input {$n :integer} .match $n one {{b}} * {{a}}"
      ),
      (
        ".input {$n :integer} .match $n one {{a}} * {{b}}",
        ".input {$n :integer} .match $n 1 {{a}} * {{b}}"
      ),
      (
        ".input {$n :integer} .match $n |*| {{a}} * {{b}}",
        ".input {$n :integer} .match $n * {{a}} |*| {{b}}"
      ),
    ])
  func different(left: String, right: String) throws {
    #expect(try fingerprint(left) != fingerprint(right))
  }

  @Test("it is written in 16 digits and read back; nothing else is read")
  func digits() throws {
    let fingerprint = try fingerprint("Hello")
    #expect(fingerprint.hexadecimal.utf8.count == 16)
    #expect(Fingerprint(fingerprint.hexadecimal) == fingerprint)
    for text in ["", "0", "0123456789abcdeg", "+123456789abcdef", "0123456789abcdef0"] {
      #expect(Fingerprint(text) == nil)
    }
  }

  @Test("it stays the same from version to version: catalogues keep it")
  func stability() throws {
    #expect(try fingerprint("Hello {$name}").hexadecimal == "edd4b4d3d2405e82")
  }

  @Test("a translation is stale when its source's meaning has changed, not its white space")
  func stale() throws {
    let old = catalog(#"{"a": "Prix : {$p}"}"#, locale: "fr").entries[0]
    let text = #"{"a": "Price: {$p}", "@a": {"source": "\#(old.fingerprint)"}}"#
    let translation = catalog(text, locale: "en").entries[0]
    #expect(!translation.isStale(comparedWith: old))
    let respaced = catalog(#"{"a": "Prix\u00a0: {$p}"}"#, locale: "fr").entries[0]
    #expect(!translation.isStale(comparedWith: respaced))
    let reworded = catalog(#"{"a": "Prix net : {$p}"}"#, locale: "fr").entries[0]
    #expect(translation.isStale(comparedWith: reworded))
    let untold = catalog(#"{"a": "Price: {$p}"}"#, locale: "en").entries[0]
    #expect(!untold.isStale(comparedWith: reworded))
  }
}
