import Diagnostics
import FoundationEssentials
import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import Testing

/// Real catalogs carried to MessageFormat 2 and back, and formatted before and after.
@Suite(
  .enabled(if: SharedData.root != nil, SharedData.whySkipped),
  .enabled(
    if: ProcessInfo.processInfo.environment["LANGUE_SLOW_TESTS"] != nil,
    "takes a minute: set LANGUE_SLOW_TESTS"))
struct ConversionCorpusTests {
  @Test func `the messages of a real app say the same`() throws {
    let folder = "corpora/icu-mf1-json/mattermost__mattermost-mobile/assets/base/i18n"
    var tally = Tally(dialect: .formatJS)
    for path in SharedData.files(below: folder) where path.hasSuffix(".json") {
      try tally.add(path, locale: String(path.dropFirst(folder.count + 1).dropLast(".json".count)))
    }
    #expect(tally.differences.isEmpty, "\(tally.differences.prefix(8).joined(separator: "\n"))")
    #expect(
      tally.counts == [
        "invalid": 36, "converted": 40896, "back again": 40896, "texts compared": 139898,
      ])
  }

  @Test func `the messages of ARB files say the same`() throws {
    var tally = Tally(dialect: .icu)
    for path in SharedData.files(below: "corpora/arb") where path.hasSuffix(".arb") {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      try tally.add(
        path,
        locale: String(name.dropFirst("intl_".count).dropLast(".arb".count)).replacing(
          "_", with: "-"))
    }
    #expect(tally.differences.isEmpty, "\(tally.differences.prefix(8).joined(separator: "\n"))")
    #expect(
      tally.counts == ["converted": 78412, "back again": 78412, "texts compared": 206414])
  }
}

/// What came of converting catalogs.
private struct Tally {
  let dialect: ICUMessageFormat.Dialect
  /// Messages that are no valid source, that were converted, that were not (by reason); those that
  /// went back again; and texts that were compared.
  var counts: [String: Int] = [:]
  var differences: [String] = []

  init(dialect: ICUMessageFormat.Dialect) { self.dialect = dialect }

  mutating func add(_ path: String, locale tag: String) throws {
    let file = try JSONDecoder().decode([String: JSONValue].self, from: SharedData.data(path))
    var proof = ConversionProof(locale: try #require(LocaleIdentifier(tag), "\(tag)"))
    for (key, value) in file.sorted(by: { $0.key < $1.key }) {
      guard !key.hasPrefix("@"), let source = value.string else { continue }
      guard let icu = ICUMessageFormat.parse(source, dialect: dialect).message else {
        counts["invalid", default: 0] += 1
        continue
      }
      let conversion = ICUMessageFormat.convertToMessageFormat2(icu)
      guard let message = conversion.message else {
        counts["refused: \(conversion.diagnostics.first?.message ?? "")", default: 0] += 1
        continue
      }
      counts["converted", default: 0] += 1
      for diagnostic in conversion.diagnostics { counts[diagnostic.message, default: 0] += 1 }
      proof.compare(icu, message, renamed: conversion.renamed, "\(key) \(source)")
      let back = MessageFormat2.convertToICUMessageFormat(message, dialect: dialect)
      guard let again = back.message, !back.isInexact else {
        counts["not back: \(back.diagnostics.first?.message ?? "")", default: 0] += 1
        continue
      }
      counts["back again", default: 0] += 1
      proof.compare(again, message, renamed: back.renamed.inverted, "\(key) back \(source)")
    }
    counts["texts compared", default: 0] += proof.compared
    differences += proof.differences
  }
}
