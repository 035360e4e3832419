import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite struct KeyPlacesTests {
  private func read(_ json: String) throws -> LocaleCatalogs {
    let locale = try #require(LocaleIdentifier("en"))
    let file = CatalogFile(path: "Strings/en/a.json", bytes: Array(json.utf8))
    return LocaleCatalogs(locale: locale, catalogs: [CatalogReader.json.read(file, locale)])
  }

  private func json(_ keys: [String]) -> String {
    "{" + keys.map { JSONWriter.quoted($0) + ": \"x\"" }.joined(separator: ",") + "}"
  }

  @Test func everyKeyOfALargeFileIsFoundAndNoOther() throws {
    let keys = (0..<5_000).map { "area\($0 % 7).item_\($0)" }
    let catalogs = try read(json(keys))
    #expect(catalogs.count == 5_000)
    for (entry, key) in keys.enumerated() {
      let place = try #require(catalogs.place(of: key))
      #expect(place == (0, entry))
      #expect(catalogs.place(of: key + "x") == nil)
    }
  }

  @Test func aKeyIsTheSameCharactersHoweverTheyAreEncoded() throws {
    let ascii = try read(json((0x21..<0x7F).filter { $0 != 0x2E && $0 != 0x40 }.map(character)))
    let first = Dictionary(
      uniqueKeysWithValues: (0x21..<0x7F).filter { $0 != 0x2E && $0 != 0x40 }.enumerated()
        .map { (character($0.element), $0.offset) })
    for value: UInt32 in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ascii.place(of: String(scalar))?.entry == first[String(scalar)])
    }
    let accents = try read(#"{"plain": "x", "cafe\#u{301}": "y"}"#)
    #expect(accents.place(of: "caf\u{E9}")?.entry == 1)
    #expect(accents.place(of: "plain")?.entry == 0)
  }

  private func character(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? ""
  }

  @Test func keysOfNestedObjectsAndWithEscapesAreFound() throws {
    let catalogs = try read(
      #"{"cart": {"items": "a", "t\u006ftal": "b"}, "l\u00e9a": "c", "x\"y": "d"}"#)
    #expect(catalogs["cart.items"]?.text == "a")
    #expect(catalogs["cart.total"]?.text == "b")
    #expect(catalogs["léa"]?.text == "c")
    #expect(catalogs["x\"y"]?.text == "d")
    #expect(catalogs["cart"] == nil)
  }

  @Test(arguments: [
    #"{"a": "1", "b": "2", "c": "3"}"#, #"{"c": "3", "a": "1"}"#,
    #"{"a": "1", "x": "4", "c": "3"}"#,
    #"{"é": "5", "c": "3", "a": "1"}"#, #"{}"#,
  ])
  func theKeysOfAnotherCatalogueAreFoundInAnyOrder(other: String) throws {
    let source = try read(#"{"a": "1", "b": "2", "c": "3"}"#)
    let target = try read(other).catalogs[0].entries
    var count = 0
    source.forEachPlace(ofKeysIn: target) { index, place in
      count += 1
      #expect(place?.entry == source.place(of: target[index].key)?.entry)
    }
    #expect(count == target.count)
  }
}
