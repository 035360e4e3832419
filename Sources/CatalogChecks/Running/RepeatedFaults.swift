import Diagnostics
import LocaleIdentifiers
import StringCatalogs

extension CheckRunner {
  /// From so many locales on, a fault is the source's, or a habit of the site, and is said once.
  static let repetitionLimit = 7

  /// Says once, at the source, what seven or more locales have in common: the same rule with the
  /// same words about the same key, as grave.
  func gatherRepeatedFaults(_ reports: [CheckReport], source: CheckedSource) -> [Finding] {
    struct Alike: Hashable {
      var rule: String
      var key: String?
      var message: String
      var severity: Severity
    }
    guard reports.count >= Self.repetitionLimit else { return reports.flatMap(\.findings) }
    func alike(_ finding: Finding) -> Alike {
      Alike(
        rule: finding.rule, key: finding.key, message: finding.message, severity: finding.severity)
    }
    // Only what may be alike is looked at in full.
    let frequent = frequentLikeness(reports)
    var result: [Finding] = []
    var candidates: [Finding] = []
    result.reserveCapacity(reports.reduce(0) { $0 + $1.findings.count })
    for report in reports {
      for (finding, likeness) in zip(report.findings, report.likeness) {
        if frequent.contains(likeness), finding.locale != nil {
          candidates.append(finding)
        } else {
          result.append(finding)
        }
      }
    }
    var locales: [Alike: Set<String>] = [:]
    var helps: [Alike: Set<String?>] = [:]
    for finding in candidates {
      guard let locale = finding.locale else { continue }
      let alike = alike(finding)
      locales[alike, default: []].insert(locale)
      helps[alike, default: []].insert(finding.help)
    }
    var said: Set<Alike> = []
    var lines: [Int: LineIndex] = [:]
    // In one order, whichever worker was the first.
    for finding in candidates.inOrder() {
      let alike = alike(finding)
      guard let found = locales[alike], found.count >= Self.repetitionLimit else {
        result.append(finding)
        continue
      }
      guard said.insert(alike).inserted else { continue }
      var common = finding
      // What helps one locale only is no help for all.
      if helps[alike]?.count != 1 { common.help = nil }
      result.append(gathered(common, locales: found.sorted(), source: source, &lines))
    }
    return result
  }

  /// What findings of seven or more locales may have in common.
  private func frequentLikeness(_ reports: [CheckReport]) -> Set<Int> {
    let all = reports.flatMap(\.likeness).sorted()
    let distance = Self.repetitionLimit - 1
    return Set(
      all.indices.dropLast(distance).lazy.filter { all[$0] == all[$0 + distance] }.map { all[$0] })
  }

  private func gathered(
    _ finding: Finding, locales: [String], source: CheckedSource, _ lines: inout [Int: LineIndex]
  ) -> Finding {
    var finding = finding
    finding.locales = locales
    finding.message += ", in \(locales.count) locales"
    finding.help = [finding.help, "in " + locales.joined(separator: ", ")]
      .compactMap { $0 }.joined(separator: "; ")
    if let key = finding.key, let place = source.catalogs.places[key] {
      let file = source.catalogs.catalogs[place.catalog].file
      finding.file = file.path
      let index = lines[place.catalog] ?? LineIndex(file.bytes)
      lines[place.catalog] = index
      finding.range = index.range(source.catalogs[place].keySpan)
      finding.locale = source.catalogs.locale.locale.tag
    } else {
      finding.locale = nil
    }
    return finding
  }
}
