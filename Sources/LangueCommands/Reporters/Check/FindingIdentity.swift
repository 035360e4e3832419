import Diagnostics
import StringCatalogs

/// What a finding is known by from one run to the next: its rule, its locale and its key (or its file,
/// where it has no key), never its line. Of several that are alike, each has its number.
///
///     FindingIdentity.identities(of: findings).map(\.fingerprint)  // ["5f0c3a…", …]
struct FindingIdentity: Hashable {
  let rule: String
  let locale: String
  let place: String
  /// From 1 on.
  let number: Int

  /// The identity of each finding of a list, in its order.
  static func identities(of findings: [Finding]) -> [FindingIdentity] {
    var counts: [FindingIdentity: Int] = [:]
    return findings.map { finding in
      let first = FindingIdentity(
        rule: finding.rule, locale: finding.locale ?? "", place: finding.key ?? finding.file,
        number: 1)
      counts[first, default: 0] += 1
      return FindingIdentity(
        rule: first.rule, locale: first.locale, place: first.place, number: counts[first] ?? 1)
    }
  }

  /// Sixteen hexadecimal digits, the same on every machine.
  var fingerprint: String {
    Fingerprint(of: [rule, locale, place, "\(number)"]).hexadecimal
  }
}
