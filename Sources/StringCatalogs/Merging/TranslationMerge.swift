import Diagnostics
import MessageSyntax

/// What a translator's file changes in a locale, and what it must not change.
///
///     let merge = TranslationMerge(of: incoming, into: polish, source: source)
///     merge.changes    // what to write, with `CatalogEditor`
///     merge.conflicts  // what was kept, and why
///
/// For each key, three texts are compared: the one that was exported, the one that stands in the
/// catalogue now, and the one that came back. Where only one side changed, its text counts; where both
/// did, the catalogue's stays and the other is told. Of the exported text its fingerprint is enough.
/// Where nothing is known of it, the text that came back counts, unless the catalogue's has been
/// reviewed or was made from a newer source.
public struct TranslationMerge: Hashable, Sendable {
  /// A message to write.
  public struct Change: Hashable, Sendable {
    public var key: String
    /// nil where the key is new in the locale.
    public var oldText: String?
    public var text: String
    public var state: TranslationState
    /// The fingerprint of the source's message that it is a translation of.
    public var source: String
  }

  /// A message that was not taken over.
  public struct Conflict: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The source has no such key.
      case unknownKey
      /// The message cannot be read.
      case broken(String)
      /// The file has the key twice, with different texts.
      case givenTwice
      /// The catalogue's text was changed since the export as well.
      case changedSince
      /// The catalogue's text has been reviewed since.
      case reviewed
      /// The catalogue's text was made from a newer source than the one that came back.
      case newerSource
    }

    public var key: String
    public var reason: Reason
    /// What stands in the catalogue and stays.
    public var currentText: String?
    public var incomingText: String
  }

  /// In the order of the file.
  public private(set) var changes: [Change] = []
  public private(set) var conflicts: [Conflict] = []
  /// Keys whose text stays as it is, because the same came back or nothing did.
  public private(set) var unchanged: [String] = []
  /// Keys whose other text came back unfinished or empty, and was passed over.
  public private(set) var unfinished: [String] = []
  /// What is to be said of messages that were not refused, in the order of the file.
  public private(set) var remarks: [Remark] = []

  /// Something that was mended in a message on the way, or that somebody should mend.
  public struct Remark: Hashable, Sendable {
    public var key: String
    public var message: String
  }

  /// Compares without changing anything.
  public init(
    of incoming: [IncomingTranslation], into current: LocaleCatalogs, source: LocaleCatalogs
  ) {
    var seen: [String: String] = [:]
    for translation in incoming {
      if let first = seen[translation.key] {
        if first != translation.text { refuse(translation, .givenTwice, nil) }
        continue
      }
      seen[translation.key] = translation.text
      merge(translation, current[translation.key], source[translation.key])
      guard conflicts.last?.key != translation.key else { continue }
      remarks += translation.remarks.map { Remark(key: translation.key, message: $0) }
    }
  }

  private mutating func merge(
    _ incoming: IncomingTranslation, _ current: CatalogEntry?, _ source: CatalogEntry?
  ) {
    guard let source else { return refuse(incoming, .unknownKey, current) }
    let isEmpty = incoming.text.allSatisfy(\.isWhitespace)
    guard !isEmpty || source.hasNoText else {
      let isEmptied = !(current?.hasNoText ?? true)
      if isEmptied { unfinished.append(incoming.key) } else { unchanged.append(incoming.key) }
      return
    }
    if incoming.state == .initial {
      let isSame = incoming.text == current?.text
      if isSame { unchanged.append(incoming.key) } else { unfinished.append(incoming.key) }
      return
    }
    let syntax = current?.syntax ?? source.syntax
    let parsed = syntax.parse(incoming.text)
    let fault = parsed.diagnostics.first { $0.severity == .error }?.message
    if let fault = incoming.fault ?? fault { return refuse(incoming, .broken(fault), current) }
    let state = incoming.state ?? .translated
    // A text that was made from an older source says so, and counts as stale.
    let change = Change(
      key: incoming.key, oldText: current?.text, text: incoming.text, state: state,
      source: incoming.source ?? source.fingerprint)
    guard let current, !current.hasNoText, current.metadata.state != .initial else {
      return changes.append(change)
    }
    if current.text == incoming.text {
      let isProgress = state.rank > (current.metadata.state ?? .translated).rank
      if isProgress { changes.append(change) } else { unchanged.append(incoming.key) }
    } else if let exported = incoming.exportedText {
      if exported == current.text {
        changes.append(change)
      } else if exported == incoming.text {
        unchanged.append(incoming.key)
      } else {
        refuse(incoming, .changedSince, current)
      }
    } else if let exported = incoming.exported, current.fingerprint != exported {
      // The catalogue's text was changed since; whether the other one was too, its meaning says.
      let came = parsed.message.map { Fingerprint(of: $0).hexadecimal }
      if came == exported {
        unchanged.append(incoming.key)
      } else {
        refuse(incoming, .changedSince, current)
      }
    } else if let reason = reasonToKeep(current, source, incoming) {
      refuse(incoming, reason, current)
    } else {
      changes.append(change)
    }
  }

  /// Why the catalogue's text stays, where what was exported is not known.
  private func reasonToKeep(
    _ current: CatalogEntry, _ source: CatalogEntry, _ incoming: IncomingTranslation
  ) -> Conflict.Reason? {
    let isOutdated = incoming.source.map { $0 != source.fingerprint } ?? false
    if isOutdated, current.metadata.source == source.fingerprint { return .newerSource }
    let state = current.metadata.state ?? .translated
    let isReviewed = state.rank >= TranslationState.reviewed.rank
    return isReviewed && (incoming.state ?? .translated).rank < state.rank ? .reviewed : nil
  }

  private mutating func refuse(
    _ incoming: IncomingTranslation, _ reason: Conflict.Reason, _ current: CatalogEntry?
  ) {
    conflicts.append(
      Conflict(
        key: incoming.key, reason: reason, currentText: current?.text, incomingText: incoming.text))
  }
}

extension TranslationMerge.Conflict {
  /// What is wrong, in words.
  public var message: String {
    switch reason {
    case .unknownKey: "the source has no `\(key)`"
    case .broken(let fault): "`\(key)` cannot be read: \(fault)"
    case .givenTwice: "`\(key)` stands twice, with different texts"
    case .changedSince: "`\(key)` was changed here since the export"
    case .reviewed: "`\(key)` has been reviewed here"
    case .newerSource: "`\(key)` was translated here from a newer source"
    }
  }
}

extension TranslationState {
  /// How far it is, from 0.
  fileprivate var rank: Int {
    switch self {
    case .initial: 0
    case .translated: 1
    case .reviewed: 2
    case .final: 3
    }
  }
}
