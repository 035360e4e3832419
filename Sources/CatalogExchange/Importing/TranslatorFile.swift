public import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
public import StringCatalogs

/// A translator's file as it came back, in one language.
///
///     let file = TranslatorFile(file, po, locale: polish, source: french)
///     let merge = TranslationMerge(
///       of: file.translations(into: polish, source: french), into: polish, source: french)
public struct TranslatorFile: Sendable {
  public let file: CatalogFile
  public let format: CatalogFormat
  private let read: ExchangeCatalog
  /// The file as it was exported, where it was kept.
  private let base: ExchangeCatalog?

  public init(
    _ file: CatalogFile, _ format: CatalogFormat, locale: LocaleIdentifier,
    source: LocaleIdentifier, base: CatalogFile? = nil
  ) {
    self.file = file
    self.format = format
    let context = FormatContext(locale: locale, source: source)
    read = format.read(file, context)
    self.base = base.map { format.read($0, context) }
    knowsItsExport = base != nil || read.entries.contains { $0.exported != nil }
  }

  /// What is wrong with the file itself.
  public var findings: [Finding] { read.findings }

  /// Whether it is known what each text was when the file was exported: the file keeps fingerprints, or
  /// was handed in with its exported form.
  public let knowsItsExport: Bool

  /// The file's text in UTF-8.
  public var bytes: [UInt8] { read.text ?? file.bytes }

  /// Where a key stands in `bytes`.
  public func place(of key: String) -> Range<Int>? {
    read.entries.first { $0.key == key }?.keySpan
  }

  /// The messages of the file in the syntax of the catalogues that they go into.
  ///
  /// What the catalogue has in other words, but to the same effect, comes as the catalogue has it.
  public func translations(
    into current: LocaleCatalogs, source: LocaleCatalogs
  ) -> [IncomingTranslation] {
    var exported: [String: ExchangeEntry] = [:]
    for entry in base?.entries ?? [] { exported[entry.key] = entry }
    let unchanged = carried(current, source: source)
    let shown = carried(current, source: source, asShown: true)
    return read.entries.compactMap { entry in
      guard let message = entry.translation else {
        // What was not translated yet when it went out comes back as it was.
        let wentOut = entry.exported != nil || !knowsItsExport
        return wentOut ? IncomingTranslation(key: entry.key, text: "") : nil
      }
      let untouched = [unchanged[entry.key], shown[entry.key]].compactMap(\.self)
      var translation = translation(
        message, key: entry.key, current: current[entry.key], source: source[entry.key],
        unchanged: untouched)
      translation.state = entry.metadata.state
      translation.source = entry.metadata.source
      translation.exported = entry.exported
      if base != nil {
        let old = exported[entry.key]?.translation.map { message in
          self.translation(
            message, key: entry.key, current: current[entry.key], source: source[entry.key],
            unchanged: untouched)
        }
        translation.exportedText = old?.text ?? ""
      }
      return translation
    }
  }

  /// What today's translations look like once this format has carried them: what comes back so was not
  /// changed by anybody.
  ///
  /// - Parameter isShown: Whether values that stand in a message itself are written as text, as in files
  ///   that programs load; of messages without such values there is nothing then.
  private func carried(
    _ current: LocaleCatalogs, source: LocaleCatalogs, asShown isShown: Bool = false
  ) -> [String: Message] {
    guard let write = format.write else { return [:] }
    let context = FormatContext(locale: current.locale, source: source.locale)
    var catalog = ExchangeCatalog(of: current, source: source)
    if isShown {
      let constants = ConstantText(current.locale)
      catalog.entries = catalog.entries.compactMap { entry in
        guard let own = entry.translation else { return nil }
        var entry = entry
        let shown = constants.resolved(own)
        entry.translation = shown
        return shown.text == own.text ? nil : entry
      }
    }
    let output = write(catalog, context)
    let again = format.read(CatalogFile(path: file.path, bytes: output.bytes), context)
    var messages: [String: Message] = [:]
    for entry in again.entries { messages[entry.key] = entry.translation?.message }
    return messages
  }

  private func translation(
    _ message: ExchangeMessage, key: String, current: CatalogEntry?, source: CatalogEntry?,
    unchanged: [Message]
  ) -> IncomingTranslation {
    let syntax = current?.syntax ?? source?.syntax ?? .messageFormat2
    guard let model = message.message else {
      let fault = message.parsed.diagnostics.first { $0.severity == .error }?.message
      return IncomingTranslation(key: key, text: message.text, fault: fault ?? "it is no message")
    }
    let alignment = source?.parsed.message.map {
      SourceAlignment(to: $0, current: current?.parsed.message)
    }
    var aligned = alignment?.aligned(model) ?? model
    let remarks = alignment.map { self.remarks(on: model, aligned, $0, unchanged) } ?? []
    if let own = current?.parsed.message {
      for unchanged in unchanged {
        aligned = aligned.restored(from: own, where: alignment?.aligned(unchanged) ?? unchanged)
      }
    }
    if let current, let own = current.parsed.message,
      MessageFormat2.print(own) == MessageFormat2.print(aligned)
    {
      return IncomingTranslation(key: key, text: current.text, remarks: remarks)
    }
    let isAsItCame = MessageFormat2.print(aligned) == MessageFormat2.print(model)
    if isAsItCame, message.syntax == syntax {
      return IncomingTranslation(key: key, text: message.text, remarks: remarks)
    }
    switch syntax {
    case .messageFormat2:
      return IncomingTranslation(
        key: key, text: MessageFormat2.print(aligned), remarks: remarks)
    case .icu:
      let written = ICUText.text(of: ExchangeMessage(aligned), dialect: .icu)
      let fault = written.diagnostics.first { $0.severity == .error }?.message
      return IncomingTranslation(
        key: key, text: written.text ?? message.text, fault: fault, remarks: remarks)
    }
  }

  /// What is to be said of a message's variables: which were taken for others of the source, and which
  /// the source does not have.
  ///
  /// - Parameter unchanged: Today's translation after the same way; names that it comes back with are the
  ///   format's own.
  private func remarks(
    on message: Message, _ aligned: Message, _ alignment: SourceAlignment, _ unchanged: [Message]
  ) -> [String] {
    let own = Set(unchanged.flatMap { $0.externalVariables.map(\.name) })
    let taken = alignment.guesses(in: message).filter { !own.contains($0.key) }
    let unknown = alignment.unknownVariables(of: aligned).filter { !own.contains($0) }
    return taken.sorted { $0.key < $1.key }.map { "`$\($0.key)` is taken for `$\($0.value)`" }
      + unknown.map { "variable `$\($0)` is not in the source message" }
  }
}

extension Message {
  /// The message with those texts of another one that only the way through a format has changed.
  ///
  /// - Parameters:
  ///   - own: The message that went out.
  ///   - unchanged: What `own` looks like after the same way.
  fileprivate func restored(from own: Message, where unchanged: Message) -> Message {
    if MessageFormat2.print(self) == MessageFormat2.print(unchanged) { return own }
    guard case .select(var select) = self, case .select(let own) = own,
      case .select(let unchanged) = unchanged,
      select.selectors.map(\.name) == own.selectors.map(\.name)
    else { return self }
    // A plural of which one form was rewritten keeps the forms that the format has no place for.
    for index in select.variants.indices {
      let variant = select.variants[index]
      guard let old = own.variant(like: variant), let carried = unchanged.variant(like: variant),
        carried.value.isWritten(like: variant.value)
      else { continue }
      select.variants[index].value = old.value
    }
    // Formats have an order of their own for forms.
    let places = select.variants.map { own.place(of: $0) }
    if !places.contains(nil) {
      let order = select.variants.indices.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
      select.variants = order.map { select.variants[$0] }
    }
    return .select(select)
  }
}

extension SelectMessage {
  fileprivate func variant(like other: Variant) -> Variant? {
    place(of: other).map { variants[$0] }
  }

  /// Where the variant with the same keys stands.
  fileprivate func place(of other: Variant) -> Int? {
    variants.firstIndex { $0.keys.map(\.written) == other.keys.map(\.written) }
  }
}

extension VariantKey {
  fileprivate var written: String {
    switch self {
    case .literal(let literal): "=" + literal.value
    case .catchall: "*"
    }
  }
}

extension Pattern {
  fileprivate func isWritten(like other: Pattern) -> Bool {
    MessageFormat2.print(.pattern(PatternMessage(pattern: self)))
      == MessageFormat2.print(.pattern(PatternMessage(pattern: other)))
  }
}
