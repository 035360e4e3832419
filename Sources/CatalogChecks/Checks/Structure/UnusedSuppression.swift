import Diagnostics

extension Check {
  static let unusedSuppression = Check(
    "unused-suppression", .warning,
    summary: "A suppression in the manifest keeps no finding back.",
    explanation: """
      A suppression accepts a fault for a reason. When the fault is gone, or the rule's name is \
      misspelled, the suppression does nothing but hide the next fault of its kind.

      Take it out of `suppressions` in `Locales/site.json`, or correct the rule's name.
      """,
    examples: [],
    tally: CheckTally(
      judged: 0, wrong: 0, "Public catalogues come without suppressions."),
    // The runner finds these when all checks have run.
    kind: .loading)
}
