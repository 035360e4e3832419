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
  }

  /// What is wrong with the file itself.
  public var findings: [Finding] { read.findings }

  /// Where a key stands in the file, in UTF-8 bytes.
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
    return read.entries.compactMap { entry in
      guard let message = entry.translation else { return nil }
      var translation = translation(
        message, key: entry.key, current: current[entry.key], source: source[entry.key])
      translation.state = entry.metadata.state
      translation.source = entry.metadata.source
      translation.exported = entry.exported
      if base != nil {
        let old = exported[entry.key]?.translation.map { message in
          self.translation(
            message, key: entry.key, current: current[entry.key], source: source[entry.key])
        }
        translation.exportedText = old?.text ?? ""
      }
      return translation
    }
  }

  private func translation(
    _ message: ExchangeMessage, key: String, current: CatalogEntry?, source: CatalogEntry?
  ) -> IncomingTranslation {
    let syntax = current?.syntax ?? source?.syntax ?? .messageFormat2
    guard let model = message.message else {
      let fault = message.parsed.diagnostics.first { $0.severity == .error }?.message
      return IncomingTranslation(key: key, text: message.text, fault: fault ?? "it is no message")
    }
    let aligned = source?.parsed.message.map { SourceAlignment(to: $0).aligned(model) } ?? model
    if let current, let own = current.parsed.message,
      MessageFormat2.print(own) == MessageFormat2.print(aligned)
    {
      return IncomingTranslation(key: key, text: current.text)
    }
    let isAsItCame = MessageFormat2.print(aligned) == MessageFormat2.print(model)
    if isAsItCame, message.syntax == syntax {
      return IncomingTranslation(key: key, text: message.text)
    }
    switch syntax {
    case .messageFormat2:
      return IncomingTranslation(key: key, text: MessageFormat2.print(aligned))
    case .icu:
      let written = ICUText.text(of: ExchangeMessage(aligned), dialect: .icu)
      let fault = written.diagnostics.first { $0.severity == .error }?.message
      return IncomingTranslation(key: key, text: written.text ?? message.text, fault: fault)
    }
  }
}
