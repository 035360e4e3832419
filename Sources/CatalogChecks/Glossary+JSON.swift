public import Diagnostics
import LocaleIdentifiers
import StringCatalogs

extension Glossary {
  /// Where a site keeps it, below the site's folder.
  public static let path = "Locales/glossary.json"

  /// Reads a glossary: an object of the source's words, each with its translations by locale.
  ///
  ///     { "secrétaire": { "pl": ["sekretarz", "sekretarc"], "de": "Sekretär" } }
  ///
  /// - Throws: A fault of the JSON, or `invalid-glossary` at the value that is no word.
  public init(parsing bytes: [UInt8]) throws(Diagnostic) {
    let root = try JSONDocument(parsing: bytes).root
    guard root.kind == .object else {
      throw Self.fault("expected an object of words", root)
    }
    var terms: [Term] = []
    for word in root.members where word.key.string != "$schema" {
      var translations: [String: [String]] = [:]
      guard word.value.kind == .object else {
        throw Self.fault("expected an object of translations by locale", word.value)
      }
      for locale in word.value.members {
        guard let tag = locale.key.string.flatMap({ LocaleIdentifier($0)?.tag }) else {
          throw Self.fault("this is no locale", locale.key)
        }
        let values = locale.value.kind == .array ? Array(locale.value.elements) : [locale.value]
        var words: [String] = []
        for value in values {
          guard let text = value.string, !text.isEmpty else {
            throw Self.fault("expected a word", value)
          }
          words.append(text)
        }
        translations[tag] = words
      }
      terms.append(Term(word.key.string ?? "", translations))
    }
    self.terms = terms
  }

  private static func fault(_ message: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(code: "invalid-glossary", message: message, span: value.span)
  }
}
