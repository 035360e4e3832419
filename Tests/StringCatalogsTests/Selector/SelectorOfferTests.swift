import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Which languages the selector offers")
struct SelectorOfferTests {
  private func offer(
    _ percent: Double, minimum: Double? = 80, hideBelow: Double? = 70, was: Bool = false,
    own: Double? = nil
  ) -> SelectorOffer {
    let policy = CoveragePolicy(
      minimum: minimum, hideBelow: hideBelow, perLocale: own.map { ["pl": $0] } ?? [:],
      offered: was ? ["pl"] : [])
    return SelectorOffer(of: "pl", percent: percent, policy: policy)
  }

  @Test("a language is offered from its threshold on")
  func threshold() {
    #expect(offer(80).reason == .complete(threshold: 80))
    #expect(offer(79.9).reason == .incomplete(threshold: 80))
    #expect(offer(50, own: 50).isOffered)
    #expect(!offer(99, own: 100).isOffered)
    #expect(offer(0, minimum: nil, hideBelow: nil).reason == .unconditional)
  }

  @Test("one that was offered is dropped only below the lower limit")
  func hysteresis() {
    #expect(offer(79.9, was: true).reason == .kept(threshold: 80, limit: 70))
    #expect(offer(70, was: true).isOffered)
    #expect(offer(69.9, was: true).reason == .dropped(limit: 70))
    #expect(!offer(75).isOffered)
    // Without a lower limit, and with one above a locale's own threshold, the threshold is the limit.
    #expect(offer(79.9, hideBelow: nil, was: true).reason == .dropped(limit: 80))
    #expect(offer(60, was: true, own: 60).isOffered)
    #expect(!offer(59.9, was: true, own: 60).isOffered)
  }

  @Test("over a rise and a fall a language changes once each way")
  func memory() {
    var offered: [LocaleIdentifier] = []
    var changes: [Double] = []
    for percent in [60, 75, 79, 81, 79, 75, 71, 78, 69, 75, 79, 80] as [Double] {
      let policy = CoveragePolicy(minimum: 80, hideBelow: 70, offered: offered)
      let offer = SelectorOffer(of: "pl", percent: percent, policy: policy)
      if offer.isNews(to: policy) { changes.append(percent) }
      offered = offer.isOffered ? ["pl"] : []
    }
    #expect(changes == [81, 69, 80])
  }
}
