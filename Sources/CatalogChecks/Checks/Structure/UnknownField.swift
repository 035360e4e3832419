import Diagnostics

extension Check {
  static let unknownField = Check(
    "unknown-field", .warning,
    summary: "A metadata object has a field that nobody reads.",
    explanation: """
      Metadata stands in `"@key"` objects: `description`, `maxLength`, `state`, `source`, \
      `placeholders`. A field with another name is most likely one of these, misspelled, and what it \
      says is lost: a length that nobody checks, a state that is not counted.

      Write the name that is proposed, or take the field out. Names that start with `x-` are left \
      alone.
      """,
    examples: [],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      "Misspelled names, and names that start with `x-`."),
    // Whoever reads the catalogue finds it.
    kind: .loading)
}
