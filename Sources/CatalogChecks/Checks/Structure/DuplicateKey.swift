import Diagnostics
import StringCatalogs

extension Check {
  static let duplicateKey = Check(
    "duplicate-key", .error,
    summary: "A key stands twice among the catalogues of a locale.",
    explanation: """
      JSON readers keep the first or the last of two equal keys, as it happens, so one of the two \
      texts is shown and nobody knows which. Two keys are equal when they are the same bytes, when \
      they look the same (`é` written with one character or with two), and when one is nested and \
      the other dotted (`{"cart": {"title": …}}` and `{"cart.title": …}`). Keys of all catalogues of \
      a locale share one space.

      Take one of the two out. There is no reason to suppress this rule.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "en",
        rows: [.init("cart.title", "Cart", nil), .init("1️⃣cart.title", "Basket", nil)]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "en",
        rows: [.init("cart.title", "Cart", nil), .init("cart.Title", "Basket", nil)],
        remark: "keys that differ in case are different keys"),
    ],
    tally: CheckTally(
      judged: 1, wrong: 0, planted: .init(faults: 46, found: 46, fine: 0, reported: 0),
      """
      A key of an ARB catalogue. The planted ones stood twice in one file, exactly or once nested.
      """),
    // Whoever reads the catalogues finds it: entries that stand twice never get as far as here.
    kind: .loading)
}
