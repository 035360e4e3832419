import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

extension Check {
  static let duplicateLocale = Check(
    "duplicate-locale", .error,
    summary: "Two entries of the selector mean the same locale.",
    explanation: """
      `zh-CN` and `zh-Hans` are written differently and mean the same: simplified Chinese, in China, \
      once the likely script and region are added. A reader would be offered the language twice, and \
      only one of the two gets what is translated. The default entry may repeat its language's own.

      Take one of the two out. Where two varieties are meant, say so in their tags (`pt-BR`, `pt-PT`).
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "fr",
        labels: [("zh-Hans", "Chinese"), ("zh-CN", "1️⃣Chinese (China)")]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr",
        labels: [("zh-Hans", "Chinese"), ("zh-Hant", "Taiwan"), ("en-GB", "English (UK)")]),
    ],
    tally: CheckTally(
      judged: 17, wrong: 0, planted: .init(faults: 20, found: 20, fine: 10, reported: 0),
      """
      Besides, twenty tags such as `pl-PL` and ten such as `pt-PT`. In public catalogues: pairs \
      such as `fa` and `fa-IR`; five were `pt` beside `pt-BR`, where the first was meant for \
      Portugal and should say so.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  var first: [LocaleIdentifier: SiteEntry] = [:]
  var faults: [PlacedFault] = []
  for entry in context.site.entries where !entry.isDefault {
    let likely = entry.locale.maximized
    guard let other = first[likely] else {
      first[likely] = entry
      continue
    }
    faults.append(
      PlacedFault(
        "`\(entry.locale)` means the same as `\(other.locale)`: \(likely)",
        at: .manifest(entry.labelSpan, entry.locale),
        help: "`\(other.label)` is that already: take one of the two out"))
  }
  return faults
}
