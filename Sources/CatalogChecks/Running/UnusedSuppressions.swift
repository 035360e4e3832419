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
    return site.suppressions.enumerated().compactMap { index, suppression in
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
          : "there is no rule `\(suppression.rule)`",
        help: isKnown
          ? "take it out"
          : NearestName.of(suppression.rule, among: CheckList.all.map(\.rule))
            .map { "did you mean `\($0)`?" } ?? "`langue explain` lists the rules")
    }
  }
}
