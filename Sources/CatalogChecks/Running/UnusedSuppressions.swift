import Diagnostics
import LocaleIdentifiers
import StringCatalogs

extension CheckRunner {
  /// Names the suppressions that kept nothing back: the fault is gone, so they may go too.
  func unusedSuppressions(_ reports: [CheckReport]) -> [Finding] {
    let used = reports.reduce(into: Set<Int>()) { $0.formUnion($1.usedSuppressions) }
    let rule = Check.unusedSuppression.rule
    guard checks.contains(where: { $0.rule == rule }) else { return [] }
    let run = Set(checks.map(\.rule))
    let unused = site.suppressions.enumerated().compactMap { index, suppression -> Finding? in
      guard !used.contains(index) else { return nil }
      let isKnown = CheckList.check(suppression.rule) != nil
      guard !isKnown || run.contains(suppression.rule),
        let severity = policy.severity(
          rule: rule, locale: suppression.locale, key: suppression.key,
          otherwise: Check.unusedSuppression.severity)
      else { return nil }
      return Finding(
        rule: rule, severity: severity, locale: suppression.locale?.tag, key: suppression.key,
        file: site.manifest.path, range: suppression.span,
        message: isKnown
          ? "this suppression of `\(suppression.rule)` keeps nothing back"
          : Self.noRule(suppression.rule),
        help: isKnown ? "take it out" : Self.nearestRule(suppression.rule) ?? Self.listed)
    }
    return unused + severitiesOfNoRule(reports)
  }

  /// Severities of rules that there are not: nothing is weighed otherwise by them. Readers of files have
  /// rules of their own, which may be turned off.
  private func severitiesOfNoRule(_ reports: [CheckReport]) -> [Finding] {
    if site.severities.isEmpty { return [] }
    let found = Set(reports.lazy.flatMap(\.findings).map { $0.rule })
    return site.severities.compactMap { override in
      let name = override.rule
      let nearest = Self.nearestRule(name)
      guard CheckList.check(name) == nil, !found.contains(name),
        nearest != nil || override.severity != nil,
        let severity = policy.severity(
          rule: Check.unusedSuppression.rule, locale: nil, key: nil,
          otherwise: Check.unusedSuppression.severity)
      else { return nil }
      return Finding(
        rule: Check.unusedSuppression.rule, severity: severity, file: site.manifest.path,
        range: override.span, message: Self.noRule(name), help: nearest ?? Self.listed)
    }
  }

  private static func noRule(_ name: String) -> String { "there is no rule `\(name)`" }

  private static let listed = "`langue explain` lists the rules"

  private static func nearestRule(_ name: String) -> String? {
    NearestName.of(name, among: CheckList.all.map(\.rule)).map { "did you mean `\($0)`?" }
  }
}
