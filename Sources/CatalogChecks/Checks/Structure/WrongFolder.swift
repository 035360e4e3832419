import Diagnostics

extension Check {
  static let wrongFolder = Check(
    "wrong-folder", .error,
    summary: "A folder of strings is of a locale that the site does not have.",
    explanation: """
      `Strings/<locale>/` is read for the locales that `Locales/site.json` lists. Anything in another \
      folder is never shown: its name is misspelled (`pt_PT`, `cz` for `cs`), or the locale is missing \
      in the manifest. Nothing is done with such a site: every command names the folder and ends with 2.

      Rename the folder, or add the locale to the manifest.
      """,
    examples: [],
    tally: CheckTally(
      planted: .init(faults: 12, found: 12, fine: 2, reported: 0),
      "Names such as `pt_PT`, `cz` and `english`; a hidden folder and one of pictures were let be."),
    // Whoever reads the folder finds it.
    kind: .loading)
}
