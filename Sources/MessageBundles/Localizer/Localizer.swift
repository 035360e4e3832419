public import LocaleIdentifiers
import LocaleServices
public import MessageFormat
import Synchronization

/// The messages of a site in all its languages, for a server: each request asks in its own locale, on
/// any thread, while new bundles are loaded.
///
///     let localizer = try Localizer(folder: "dist")
///     // for each request:
///     let messages = localizer.messages(in: "es-MX")
///     messages.format("cart.items", ["count": 3])
///     // after an export:
///     try localizer.reload()
///
/// What a locale lacks is taken from the locales that its bundle names, in their order, then from the
/// source. A locale without a bundle is answered by its nearest parent that has one, then by the source.
public final class Localizer: Sendable {
  private let folder: Folder?
  private let state: Mutex<State>

  /// Where bundles come from when they are loaded anew.
  private struct Folder: Sendable {
    var path: String
    var source: LocaleIdentifier?
    var functions: MessageFunctionRegistry
    var timeZone: String

    func load() throws(BundleError) -> State {
      State(
        try BundleFolder.bundles(in: path, functions: functions, timeZone: timeZone),
        source: source)
    }
  }

  private final class State: Sendable {
    let bundles: [MessageBundle]
    let source: MessageBundle?
    private let byTag: [String: MessageBundle]
    private let chains: [String: BundleChain]

    init(_ bundles: [MessageBundle], source: LocaleIdentifier?) {
      var byTag: [String: MessageBundle] = [:]
      for bundle in bundles where byTag[bundle.locale.tag] == nil {
        byTag[bundle.locale.tag] = bundle
      }
      // The source falls back to nobody.
      let source =
        source.flatMap { byTag[$0.tag] } ?? bundles.first { $0.fallback.isEmpty }
        ?? bundles.first
      self.bundles = bundles
      self.byTag = byTag
      self.source = source
      chains = byTag.mapValues { bundle in
        var chain = [bundle]
        let lenders = bundle.fallback.compactMap { byTag[$0.tag] } + (source.map { [$0] } ?? [])
        for lender in lenders where !chain.contains(where: { $0 === lender }) {
          chain.append(lender)
        }
        return BundleChain(chain)
      }
    }

    func chain(in locale: LocaleIdentifier?) -> BundleChain {
      if let locale {
        if let chain = chains[locale.tag] { return chain }
        for parent in locale.chain.dropFirst() {
          if let chain = chains[parent.tag] { return chain }
        }
      }
      return source.flatMap { chains[$0.locale.tag] } ?? BundleChain([])
    }
  }

  /// A localizer over all bundles of a folder, every one of which is verified.
  ///
  /// - Parameters:
  ///   - source: The locale that answers where all others fail; the one whose bundle names no fallback,
  ///     if it is not said.
  ///   - timeZone: The zone in which instants are shown that come without one.
  public init(
    folder path: String, source: LocaleIdentifier? = nil,
    functions: MessageFunctionRegistry = .standard, timeZone: String = "UTC"
  ) throws(BundleError) {
    let folder = Folder(path: path, source: source, functions: functions, timeZone: timeZone)
    self.folder = folder
    state = Mutex(try folder.load())
  }

  /// A localizer over bundles that were opened one by one; it cannot be loaded anew.
  public init(_ bundles: [MessageBundle], source: LocaleIdentifier? = nil) {
    folder = nil
    state = Mutex(State(bundles, source: source))
  }

  /// Loads the folder's bundles anew, and puts them in place of the old ones once all of them are
  /// verified. Requests that are under way keep theirs; those that come meanwhile get the old ones.
  ///
  /// - Throws: Why a bundle cannot be used; then nothing changes.
  public func reload() throws(BundleError) {
    guard let folder else { return }
    let loaded = try folder.load()
    state.withLock { $0 = loaded }
  }

  /// The locales that have a bundle, in the order of their files' names.
  public var locales: [LocaleIdentifier] { current.bundles.map(\.locale) }

  /// The locale that answers where all others fail.
  public var source: LocaleIdentifier? { current.source?.locale }

  /// The messages of a locale, with what it falls back to; of the source, if none is said. Take it once
  /// for a request, so that all of the request is answered by the same bundles.
  public func messages(in locale: LocaleIdentifier? = nil) -> BundleChain {
    current.chain(in: locale)
  }

  /// Formats one message; a key that no bundle has is shown as it is.
  public func format(
    _ key: String, _ arguments: [String: Argument] = [:], in locale: LocaleIdentifier? = nil,
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    messages(in: locale).format(key, arguments, onError: onError)
  }

  private var current: State { state.withLock { $0 } }
}
