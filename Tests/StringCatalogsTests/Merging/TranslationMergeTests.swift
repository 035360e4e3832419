import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Merging a translator's file")
struct TranslationMergeTests {
  private let source = catalogs(#"{"a": "Un", "b": "Deux {$n}", "c": "Trois"}"#, locale: "fr")

  private func merge(_ current: String, _ incoming: IncomingTranslation...) -> TranslationMerge {
    TranslationMerge(of: incoming, into: catalogs(current, locale: "pl"), source: source)
  }

  @Test("what was missing, empty or initial is taken over as translated")
  func new() {
    for current in ["{}", #"{"a": ""}"#, #"{"a": "x", "@a": {"state": "initial"}}"#] {
      let merge = merge(current, IncomingTranslation(key: "a", text: "Jeden"))
      #expect(merge.changes.map(\.text) == ["Jeden"])
      #expect(merge.changes[0].state == .translated)
      #expect(merge.changes[0].source == source["a"]?.fingerprint)
      #expect(merge.conflicts.isEmpty)
    }
  }

  /// The exported text, the catalogue's, the one that came back, and what happens.
  @Test(
    "of three texts, the side that changed counts",
    arguments: [
      ("x", "x", "y", "changed"), ("x", "y", "x", "unchanged"), ("x", "y", "y", "unchanged"),
      ("x", "y", "z", "conflict"), ("", "y", "z", "conflict"), ("x", "x", "", "unfinished"),
    ])
  func threeWay(exported: String, current: String, incoming: String, outcome: String) {
    let merge = merge(
      "{\"a\": \"\(current)\"}",
      IncomingTranslation(key: "a", text: incoming, exportedText: exported))
    #expect(merge.changes.map(\.text) == (outcome == "changed" ? [incoming] : []))
    #expect(merge.unchanged == (outcome == "unchanged" ? ["a"] : []))
    #expect(merge.unfinished == (outcome == "unfinished" ? ["a"] : []))
    #expect(merge.conflicts.map(\.reason) == (outcome == "conflict" ? [.changedSince] : []))
  }

  @Test("remarks are kept for what is taken over or stays, not for what is refused")
  func remarks() {
    var kept = IncomingTranslation(key: "b", text: "Dwa {$n}")
    kept.remarks = ["mended"]
    var refused = IncomingTranslation(key: "z", text: "x")
    refused.remarks = ["mended too"]
    let merge = merge("{}", kept, refused)
    #expect(merge.remarks.map { [$0.key, $0.message] } == [["b", "mended"]])
  }

  @Test("without the exported text, reviewed texts and those from a newer source stay")
  func twoWay() throws {
    let incoming = IncomingTranslation(key: "a", text: "y")
    #expect(merge(#"{"a": "x"}"#, incoming).changes.count == 1)
    let reviewed = #"{"a": "x", "@a": {"state": "reviewed"}}"#
    #expect(merge(reviewed, incoming).conflicts.map(\.reason) == [.reviewed])
    let final = IncomingTranslation(key: "a", text: "y", state: .final)
    #expect(merge(reviewed, final).changes.map(\.state) == [.final])
    let fingerprint = try #require(source["a"]?.fingerprint)
    let newer = "{\"a\": \"x\", \"@a\": {\"source\": \"\(fingerprint)\"}}"
    let old = IncomingTranslation(key: "a", text: "y", source: "0000000000000000")
    #expect(merge(newer, old).conflicts.map(\.reason) == [.newerSource])
    #expect(merge(#"{"a": "x"}"#, old).changes.map(\.source) == ["0000000000000000"])
  }

  @Test("unknown keys, broken messages and keys given twice are told and never written")
  func refused() {
    let merge = merge(
      "{}", IncomingTranslation(key: "z", text: "x"), IncomingTranslation(key: "b", text: "{$n"),
      IncomingTranslation(key: "c", text: "x"), IncomingTranslation(key: "c", text: "y"))
    #expect(merge.conflicts.map(\.key) == ["z", "b", "c"])
    #expect(merge.conflicts[0].reason == .unknownKey)
    #expect(merge.conflicts[1].message.hasPrefix("`b` cannot be read: "))
    #expect(merge.conflicts[2].reason == .givenTwice)
    #expect(merge.changes.map(\.key) == ["c"])
  }

  @Test("the same text with a further state changes the state only forward")
  func states() {
    let current = #"{"a": "x", "@a": {"state": "reviewed"}}"#
    let forward = IncomingTranslation(key: "a", text: "x", state: .final)
    #expect(merge(current, forward).changes.map(\.state) == [.final])
    let backward = IncomingTranslation(key: "a", text: "x", state: .translated)
    #expect(merge(current, backward).unchanged == ["a"])
  }
}
