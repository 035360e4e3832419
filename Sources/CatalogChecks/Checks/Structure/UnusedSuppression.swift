import Diagnostics

extension Check {
  static let unusedSuppression = Check(
    "unused-suppression", .warning,
    summary: "A suppression in the manifest keeps no finding back, or a severity is of no rule.",
    explanation: """
      A suppression accepts a fault for a reason. When the fault is gone, or the rule's name is \
      misspelled, the suppression does nothing but hide the next fault of its kind. A name in `severities` \
      that is no rule's does nothing at all.

      Take it out of `suppressions` or `severities` in `Locales/site.json`, or correct the rule's name.
      """,
    examples: [],
    tally: CheckTally(
      planted: .init(faults: 38, found: 38, fine: 4, reported: 0),
      "Suppressions of nothing, and of findings that there were."),
    // The runner finds these when all checks have run.
    kind: .loading)
}
