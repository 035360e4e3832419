public import LocaleIdentifiers

/// Whether the language selector offers a language, and why.
///
///     SelectorOffer(of: "cy", percent: 62, policy: site.coverage).isOffered  // false, below 80
///
/// A language is offered from its threshold on. One that was offered before (`coverage.offered` of the
/// manifest) is dropped only below `hideBelow`, so that a language does not come and go while the source
/// changes. Without a threshold every language is offered.
public struct SelectorOffer: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Nothing is asked.
    case unconditional
    /// It has what is asked.
    case complete(threshold: Double)
    /// It has less than is asked, but was offered and is dropped only below a lower limit.
    case kept(threshold: Double, limit: Double)
    /// It was not offered and has less than is asked.
    case incomplete(threshold: Double)
    /// It was offered and fell below the lower limit.
    case dropped(limit: Double)
  }

  public let locale: LocaleIdentifier
  /// What the language has of its own, in percent of the source's keys.
  public let percent: Double
  public let reason: Reason

  public init(of locale: LocaleIdentifier, percent: Double, policy: CoveragePolicy) {
    self.locale = locale
    self.percent = percent
    guard let threshold = policy.perLocale[locale] ?? policy.minimum ?? policy.hideBelow else {
      reason = .unconditional
      return
    }
    let limit = min(policy.hideBelow ?? threshold, threshold)
    let wasOffered = policy.offered?.contains(locale) ?? false
    reason =
      if percent >= threshold {
        .complete(threshold: threshold)
      } else if wasOffered, percent >= limit {
        .kept(threshold: threshold, limit: limit)
      } else if wasOffered {
        .dropped(limit: limit)
      } else {
        .incomplete(threshold: threshold)
      }
  }

  public var isOffered: Bool {
    switch reason {
    case .unconditional, .complete, .kept: true
    case .incomplete, .dropped: false
    }
  }

  /// Whether the manifest's `offered` should be changed, so that the next run knows what this one decided.
  public func isNews(to policy: CoveragePolicy) -> Bool {
    guard reason != .unconditional, let offered = policy.offered else { return false }
    return offered.contains(locale) != isOffered
  }
}
