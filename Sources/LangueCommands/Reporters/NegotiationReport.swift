import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// What a visitor gets, and why, for programs.
///
///     {"locale":"en-GB","kind":"exact","desired":"en-GB","requested":[…],"refusals":[],"problems":[]}
struct NegotiationReport {
  let text: String

  init(_ header: AcceptLanguage, _ match: LocaleMatch) {
    let tree: JSONTree = [
      "locale": .string(match.locale.tag),
      "kind": .string(match.kind.rawValue),
      "desired": .string(match.desired?.tag),
      "requested": .array(
        header.ranges.map { range in
          [
            "locale": .string(range.locale?.tag ?? "*"),
            "quality": .number(Double(range.quality) / 1000),
          ]
        }),
      "refusals": .array(
        match.refusals.map { refusal in
          [
            "desired": .string(refusal.desired.tag),
            "supported": .string(refusal.supported.tag),
            "reason": .string(refusal.reason),
          ]
        }),
      "problems": .array(
        header.problems.map { problem in
          ["text": .string(problem.text), "reason": .string("\(problem.reason)")]
        }),
    ]
    text = tree.text(.compact) + "\n"
  }
}
