import Diagnostics

extension Check {
  static let wrongFolder = Check(
    "wrong-folder", .error,
    summary: "A folder of strings is of a locale that the site does not have.",
    explanation: """
      `Strings/<locale>/` is read for the locales that `Locales/site.json` lists. Anything in another \
      folder is never shown: its name is misspelled (`pt_PT`, `cz` for `cs`), or the locale is missing \
      in the manifest.

      Rename the folder, or add the locale to the manifest.
      """,
    examples: [],
    tally: CheckTally(
      judged: 0, wrong: 0, "The folders were made for the reading."),
    // Whoever reads the folder finds it.
    kind: .loading)
}
