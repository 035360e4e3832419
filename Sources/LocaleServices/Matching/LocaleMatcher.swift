internal import CICU
public import LocaleIdentifiers

/// Chooses, among the locales that a site has, the one for a reader (UTS 35 part 1, section 4.4).
///
///     let matcher = LocaleMatcher(supported: ["fr", "nb", "ru", "zh-Hant"], default: "fr")
///     matcher.match(["nn", "en"]).locale                    // "nb": a related language
///     matcher.match(["zh-HK"]).locale                       // "zh-Hant"
///     matcher.match(["uk"]).kind                            // .default: never Russian
///     matcher.match(AcceptLanguage("ru;q=0.3, fr")).locale  // "fr"
///
/// The distances are CLDR's. Over them stand the denials, and two rules of its own: deprecated codes
/// are replaced first (`sh` is Serbian in Latin letters, so it gets `sr`, where ICU gives `hr`), and
/// among several regions of a related language the reader's own counts (`ga` gets `en-GB`, not
/// `en-US`).
public struct LocaleMatcher: Sendable {
  /// Of a longer list of desired locales, the rest is not looked at: it costs time and helps nobody.
  public static let maximumDesired = 10

  public let supported: [LocaleIdentifier]
  /// What a reader gets for whom nothing fits.
  public let defaultLocale: LocaleIdentifier
  public let denials: [MatchDenial]
  private let exact: [LocaleIdentifier: LocaleIdentifier]

  /// - Parameter denials: those of the site; `MatchDenial.usual` unless given.
  public init(
    supported: [LocaleIdentifier], default defaultLocale: LocaleIdentifier,
    denials: [MatchDenial] = MatchDenial.usual
  ) {
    self.supported = supported
    self.defaultLocale = defaultLocale
    self.denials = denials
    var exact: [LocaleIdentifier: LocaleIdentifier] = [:]
    for locale in supported { exact[locale] = locale }
    for locale in supported {
      let key = locale.canonicalized.maximized
      if exact[key] == nil { exact[key] = locale }
    }
    self.exact = exact
  }

  /// The locale for a reader who sent this header. A language that the header excludes (`fr;q=0`) is
  /// given only as the default.
  public func match(_ header: AcceptLanguage) -> LocaleMatch {
    let excluded = header.excluded
    guard !excluded.isEmpty else { return match(header.desired) }
    let rest = supported.filter { locale in
      !excluded.contains { locale == $0 || locale.tag.hasPrefix($0.tag + "-") }
    }
    return LocaleMatcher(supported: rest, default: defaultLocale, denials: denials)
      .match(header.desired)
  }

  /// The locale for a reader who wants these, the most wanted first.
  public func match(_ desired: [LocaleIdentifier]) -> LocaleMatch {
    // What most readers ask for is there, and needs no search.
    if let first = desired.first, let locale = exact[first] {
      return LocaleMatch(locale: locale, kind: .exact, desired: first, refusals: [])
    }
    var seen: Set<LocaleIdentifier> = []
    // `und` asks for no language; CLDR would take it for American English.
    let requests = desired.filter { $0.base != "und" && seen.insert($0).inserted }
      .prefix(Self.maximumDesired).enumerated().map { Request(position: $0, locale: $1) }
    var refusals: [LocaleMatch.Refusal] = []
    guard let found = best(for: requests, among: supported, refusals: &refusals) else {
      return LocaleMatch(
        locale: defaultLocale, kind: .default, desired: nil, refusals: refusals)
    }
    return LocaleMatch(
      locale: found.locale, kind: kind(of: found), desired: found.request.locale,
      refusals: refusals)
  }
}

extension LocaleMatcher {
  /// One of the desired locales.
  private struct Request {
    let position: Int
    let locale: LocaleIdentifier
    let canonical: LocaleIdentifier

    init(position: Int, locale: LocaleIdentifier) {
      self.position = position
      self.locale = locale
      canonical = locale.canonicalized
    }
  }

  private struct Candidate {
    let locale: LocaleIdentifier
    let request: Request
  }

  private func best(
    for requests: [Request], among supported: [LocaleIdentifier],
    refusals: inout [LocaleMatch.Refusal]
  ) -> Candidate? {
    guard let first = requests.first, !supported.isEmpty else { return nil }
    for key in [first.locale, first.canonical, first.canonical.maximized] {
      if let locale = exact[key], supported.contains(locale) {
        return Candidate(locale: locale, request: first)
      }
    }
    guard let found = nearest(to: requests, among: supported) else { return nil }
    // ICU does not say which request it answered: the first that gives the same alone.
    let request =
      requests.first { nearest(to: [$0], among: supported) == found } ?? first
    let answer = refined(found, for: request, among: supported)
    let denied = denials.filter { denial in denial.forbids(request.canonical, answer) }
    guard let denial = denied.first else { return Candidate(locale: answer, request: request) }
    refusals.append(
      LocaleMatch.Refusal(desired: request.locale, supported: answer, reason: denial.reason))
    // The request has another try without what is denied to it, and stands against the others.
    let allowed = supported.filter { locale in
      !denials.contains { $0.forbids(request.canonical, locale) }
    }
    let others = requests.filter { $0.position != request.position }
    var ignored: [LocaleMatch.Refusal] = []
    let own = best(for: [request], among: allowed, refusals: &ignored)
    let other = best(for: others, among: supported, refusals: &refusals)
    guard let own, let other else { return own ?? other }
    if kind(of: own) == .relatedLanguage, kind(of: other) == .exact { return other }
    return own.request.position < other.request.position ? own : other
  }

  private func nearest(
    to requests: [Request], among supported: [LocaleIdentifier]
  ) -> LocaleIdentifier? {
    let index = withCStrings(requests.map(\.canonical.icuName)) { desired in
      withCStrings(supported.map(\.icuName)) { available -> Int? in
        guard let first = desired.baseAddress, let list = available.baseAddress else { return nil }
        let index = try? checked {
          cicu_match(first, Int32(desired.count), list, Int32(available.count), &$0)
        }
        return index.flatMap { available.indices.contains(Int($0)) ? Int($0) : nil }
      }
    }
    guard let index else { return nil }
    return supported[index]
  }

  /// Among several regions of a related language, the reader's own or the one nearest to it.
  private func refined(
    _ found: LocaleIdentifier, for request: Request, among supported: [LocaleIdentifier]
  ) -> LocaleIdentifier {
    let language = found.maximized.language
    let wanted = request.canonical.maximized
    let siblings = supported.filter { $0.maximized.language == language }
    guard language != wanted.language, siblings.count > 1, let region = wanted.region,
      let here = LocaleIdentifier(language: language, region: region)
    else { return found }
    return nearest(to: [Request(position: 0, locale: here)], among: siblings) ?? found
  }

  private func kind(of candidate: Candidate) -> LocaleMatch.Kind {
    let wanted = candidate.request.canonical.maximized
    let given = candidate.locale.canonicalized.maximized
    if wanted == given || candidate.locale == candidate.request.locale { return .exact }
    // `no` and `nb` are two codes of one written language.
    func language(_ locale: LocaleIdentifier) -> String {
      locale.language == "no" ? "nb" : locale.language
    }
    return language(wanted) == language(given) ? .sameLanguage : .relatedLanguage
  }
}

/// Hands a list of texts to C.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>>) -> Result
) -> Result {
  var bytes: [CChar] = []
  var offsets: [Int] = []
  for text in texts {
    offsets.append(bytes.count)
    bytes += text.utf8CString
  }
  return bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return offsets.map { base + $0 }.withUnsafeBufferPointer(body)
  }
}
