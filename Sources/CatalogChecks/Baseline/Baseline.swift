public import Diagnostics
import StringCatalogs

/// Findings that a site starts with and has yet to work off. A baseline only shrinks: what is not in
/// it is new, and what was mended leaves it for good.
///
///     let baseline = try Baseline(parsing: bytes)
///     let new = baseline.newFindings(among: findings)
///     let smaller = baseline.shrunk(to: findings)
///
/// A finding is known by its rule, locale and key (or file, where it has no key), not by its line, so
/// that edits elsewhere in the file do not bring it back.
public struct Baseline: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var rule: String
    var locale: String
    /// The key, or the file of a finding without one.
    var place: String
  }

  var counts: [Entry: Int]

  /// A baseline that holds all of these findings.
  public init(_ findings: [Finding]) {
    counts = [:]
    for finding in findings {
      for entry in Self.entries(of: finding) { counts[entry, default: 0] += 1 }
    }
  }

  public var isEmpty: Bool { counts.isEmpty }

  /// How many findings it holds.
  public var count: Int { counts.values.reduce(0, +) }

  /// The findings that are not in the baseline: of several of one kind at one key, the last ones.
  public func newFindings(among findings: [Finding]) -> [Finding] {
    var left = counts
    return findings.filter { finding in
      var isKnown = true
      for entry in Self.entries(of: finding) {
        let count = left[entry, default: 0]
        if count == 0 { isKnown = false } else { left[entry] = count - 1 }
      }
      return !isKnown
    }
  }

  /// What of the baseline is still found; nothing is ever added.
  public func shrunk(to findings: [Finding]) -> Baseline {
    var found = Baseline(findings)
    found.counts = found.counts.reduce(into: [:]) { result, item in
      let count = min(item.value, counts[item.key] ?? 0)
      if count > 0 { result[item.key] = count }
    }
    return found
  }

  /// What many locales share is said once, but each of them has it.
  private static func entries(of finding: Finding) -> [Entry] {
    let locales = finding.locales.isEmpty ? [finding.locale ?? ""] : finding.locales
    return locales.map {
      Entry(rule: finding.rule, locale: $0, place: finding.key ?? finding.file)
    }
  }
}

// MARK: - The file

extension Baseline {
  /// Reads a baseline file.
  ///
  /// - Throws: A fault of the JSON, or `invalid-baseline` where it is not one of `text`'s making.
  public init(parsing bytes: [UInt8]) throws(Diagnostic) {
    let root = try JSONDocument(parsing: bytes).root
    guard root.member("version")?.integer == 1, let rules = root.member("findings"),
      rules.kind == .object
    else {
      throw Diagnostic(
        code: "invalid-baseline", message: "this is no baseline of version 1", span: root.span,
        help: "delete it, and write it with `langue check --baseline FILE --update-baseline`")
    }
    counts = [:]
    for rule in rules.members {
      for locale in rule.value.members {
        for place in locale.value.members {
          guard let count = place.value.integer, count > 0 else {
            throw Diagnostic(
              code: "invalid-baseline", message: "expected a number above 0",
              span: place.value.span)
          }
          let entry = Entry(
            rule: rule.key.string ?? "", locale: locale.key.string ?? "",
            place: place.key.string ?? "")
          counts[entry] = count
        }
      }
    }
  }

  /// The file's text: sorted, a line for each key, so that a change of it reads well.
  public var text: String {
    let byRule = Dictionary(grouping: counts, by: \.key.rule)
    let rules = byRule.keys.sorted().map { rule -> JSONTree.Member in
      let byLocale = Dictionary(grouping: byRule[rule] ?? [], by: \.key.locale)
      let locales = byLocale.keys.sorted().map { locale -> JSONTree.Member in
        let places = (byLocale[locale] ?? []).sorted { $0.key.place < $1.key.place }
        return JSONTree.Member(
          locale, .object(places.map { JSONTree.Member($0.key.place, .integer($0.value)) }))
      }
      return JSONTree.Member(rule, .object(locales))
    }
    let tree = JSONTree.object([
      JSONTree.Member("version", 1), JSONTree.Member("findings", .object(rules)),
    ])
    return JSONWriter(.indented).text(of: tree) + "\n"
  }
}
