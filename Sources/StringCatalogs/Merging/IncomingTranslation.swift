/// One message as a translator's file brings it.
///
///     IncomingTranslation(key: "cart.title", text: "Koszyk", exportedText: "")
public struct IncomingTranslation: Hashable, Sendable {
  public var key: String
  /// The message, in the syntax of the catalogue that it goes into.
  public var text: String
  /// The state that the translator's tool gave it; nil means translated.
  public var state: TranslationState?
  /// The fingerprint of the source message that was translated, where the file kept it.
  public var source: String?
  /// The translation as it was when the file was exported, where that is known; empty if there was
  /// none then.
  public var exportedText: String?
  /// The fingerprint of the translation as it was when the file was exported, where only that is
  /// known.
  public var exported: String?
  /// Why the message cannot be read, where the file's own format says so.
  public var fault: String?
  /// What was mended in the message, or should be, in words for whoever imports it.
  public var remarks: [String]

  public init(
    key: String, text: String, state: TranslationState? = nil, source: String? = nil,
    exportedText: String? = nil, exported: String? = nil, fault: String? = nil,
    remarks: [String] = []
  ) {
    self.key = key
    self.text = text
    self.state = state
    self.source = source
    self.exportedText = exportedText
    self.exported = exported
    self.fault = fault
    self.remarks = remarks
  }
}
