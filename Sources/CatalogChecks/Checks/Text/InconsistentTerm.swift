import Diagnostics
import LocaleIdentifiers
import StringCatalogs

extension Check {
  static let inconsistentTerm = Check(
    "inconsistent-term", .warning,
    summary: "A word of the site's glossary is not translated as the glossary says.",
    explanation: """
      The glossary names the words that are to be called the same thing everywhere. The source uses \
      one of them here, and the translation none of the words that the glossary gives for it in this \
      language. Words are found whatever their case, and with any ending, so that a glossary gives \
      stems where words are inflected ("sekretarz", "sekretarc").

      Use the glossary's word, or add the one that is used to the glossary.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [.init("a", "The secretary's pay", "1️⃣Das Gehalt des Schriftführers")],
        terms: [Glossary.Term("secretary", ["de": ["Sekretär"]])]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "de",
        rows: [.init("a", "The secretary's pay", "Das Gehalt der Sekretärin")],
        terms: [Glossary.Term("secretary", ["de": ["Sekretär"]])]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "ja",
        rows: [.init("a", "The secretary's pay", "書記の給与")],
        terms: [Glossary.Term("secretary", ["de": ["Sekretär"]])],
        remark: "the glossary says nothing about Japanese"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 0, reported: 0),
      """
      The word was replaced, in a text of each language. Public catalogues come without a \
      glossary.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  let tag = context.target.locale.locale.tag
  guard context.target.locale.locale != context.source.locale.locale else { return [] }
  let terms = context.glossary.terms.compactMap { term -> (String, [String])? in
    guard let words = term.translations[tag] ?? term.translations[context.target.locale.language],
      !words.isEmpty, !term.source.isEmpty
    else { return nil }
    return (term.source.lowercased(), words)
  }
  guard !terms.isEmpty else { return [] }
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.target.catalogs.enumerated() {
    for (index, entry) in contents.entries.enumerated()
    where entry.metadata.state != .initial && !entry.isBlank {
      guard let origin = context.source.places[entry.key] else { continue }
      let source = context.source[origin].text.lowercased()
      for (term, words) in terms where contains(source, word: term) {
        let target = entry.text.lowercased()
        if words.contains(where: { occurs($0.lowercased(), in: target) }) { continue }
        let names = words.map { "“\($0)”" }.joined(separator: " or ")
        faults.append(
          PlacedFault(
            "the glossary's word for “\(term)” is not used",
            at: .message(
              CatalogPlace(catalog: catalog, entry: index), 0..<entry.text.utf8.count),
            help: "in \(tag) it is \(names)"))
      }
    }
  }
  return faults
}

/// Whether a text has a word that starts with another: with any ending, but not within a word.
private func contains(_ text: String, word: String) -> Bool {
  if word.utf8.contains(0x20) { return occurs(word, in: text) }
  return placedWords(text).contains { $0.word.hasPrefix(word) }
}

private func occurs(_ part: String, in text: String) -> Bool {
  let part = Array(part.utf8)
  let text = Array(text.utf8)
  guard !part.isEmpty, text.count >= part.count else { return false }
  return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
}
