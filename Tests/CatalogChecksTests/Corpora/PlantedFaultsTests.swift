import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.serialized) struct PlantedFaultsTests {
  /// The rules that may name a planted fault, by the generator's word for it.
  static let rules: [String: Set<String>] = [
    "syntax": ["invalid-syntax"],
    "placeholder": ["missing-variable", "unknown-variable", "mismatched-markup"],
    // Japanese has one category: without it nothing is left, which is another fault.
    "plural-category": [
      "missing-plural-category", "missing-fallback-variant", "invalid-syntax",
    ],
  ]

  /// Where the generator left the Arabic `zero` out beside `=0`, which takes the only number of it: the
  /// message is right.
  static let harmless: Set<String> = [
    "ar share.home.item_03869", "ar settings.profile.item_09555",
  ]

  @Test(
    "All faults planted in 1 000 keys × 48 locales are found, and no other",
    .enabled(if: PlantedSite.isPossible, PlantedSite.whySkipped))
  func thousandKeys() throws {
    try check(try PlantedSite(keys: 1_000), atLeast: 500)
  }

  @Test(
    "All faults planted in 10 000 keys × 48 locales are found, and no other",
    .enabled(if: PlantedSite.isPossible, PlantedSite.whySkipped),
    .enabled(
      if: getenv("LANGUE_SLOW_TESTS") != nil,
      "SKIPPED: checks 900 000 messages; set LANGUE_SLOW_TESTS"))
  func tenThousandKeys() throws {
    try check(try PlantedSite(keys: 10_000), atLeast: 4_000)
  }

  @Test(
    "What is found is the same whether messages with their source's outline are read or not",
    .enabled(if: PlantedSite.isPossible, PlantedSite.whySkipped),
    arguments: PlantedSite.Format.allCases)
  func outlines(format: PlantedSite.Format) throws {
    let site = try PlantedSite(keys: 100)
    let findings = try site.findings(format)
    #expect(findings.count > 100)
    #expect(try findings == site.findings(format, readsEverything: true))
  }

  @Test(
    "Coverage is the same whether messages with their source's outline are read or not",
    .enabled(if: PlantedSite.isPossible, PlantedSite.whySkipped),
    arguments: PlantedSite.Format.allCases)
  func coverage(format: PlantedSite.Format) throws {
    let site = try PlantedSite(keys: 100)
    let coverage = try site.coverage(format)
    #expect(coverage.locales.count == 47)
    for locale in coverage.locales {
      let truth = try #require(site.truth[locale.locale.tag])
      #expect(locale.keys.missing == truth.missing.count)
    }
    #expect(try coverage == site.coverage(format, readsEverything: true))
  }

  private func check(_ site: PlantedSite, atLeast least: Int) throws {
    #expect(site.truth.count == 48)
    for format in PlantedSite.Format.allCases {
      var found: [Place: Set<String>] = [:]
      var missing: Set<Place> = []
      for finding in try site.findings(format) {
        let locales = finding.locales.isEmpty ? [finding.locale ?? ""] : finding.locales
        for locale in locales {
          let place = Place(locale: locale, key: finding.key ?? "")
          if finding.rule == "missing-translation" {
            missing.insert(place)
          } else if isPlanted(finding) {
            found[place, default: []].insert(finding.rule)
          }
        }
      }
      var count = 0
      for (locale, truth) in site.truth {
        #expect(
          truth.missing == Set(missing.filter { $0.locale == locale }.map(\.key)),
          "\(format) \(locale)")
        for (key, kind) in truth.broken {
          count += 1
          let rules = found.removeValue(forKey: Place(locale: locale, key: key)) ?? []
          if Self.harmless.contains("\(locale) \(key)") {
            #expect(rules.isEmpty)
            continue
          }
          let expected = try #require(Self.rules[kind])
          #expect(
            !rules.isDisjoint(with: expected), "\(format) \(locale) \(key): \(kind), \(rules)")
        }
      }
      #expect(count > least)
      #expect(found.isEmpty, "\(format): not planted")
    }
  }

  private struct Place: Hashable {
    var locale: String
    var key: String
  }

  /// Errors, and warnings of the rules that planted faults fall under.
  private func isPlanted(_ finding: Finding) -> Bool {
    finding.severity == .error || Self.rules.values.contains { $0.contains(finding.rule) }
  }
}
