internal import CICU

/// Turns texts into keys under which people find them however they type: without marks, case and
/// punctuation, in Latin letters.
///
///     let keys = try SearchKeys()
///     keys.key(of: "Čeština")   // "cestina"
///     keys.key(of: "русский")   // "russkij"
///     keys.folded("Ελληνικά")   // "ελληνικα": folded in its own script
///
/// Making one costs ICU's transliterator (some milliseconds, once); a key costs microseconds. The
/// romanization is ICU's, good for Greek, Cyrillic, Indic scripts and Korean, rough for Thai, and
/// Chinese readings for Japanese: search by name as well, not by this key alone.
public final class SearchKeys: @unchecked Sendable {
  // @unchecked: ICU's transliterators are only read after they are made.

  private let romanizer: OpaquePointer
  private let folder: OpaquePointer

  public init() throws(ICUError) {
    folder = try opened(close: cicu_transliterator_close) {
      cicu_transliterator_open("NFKD; [:Mn:] Remove; Lower; NFC", &$0)
    }
    do {
      romanizer = try opened(close: cicu_transliterator_close) {
        cicu_transliterator_open("Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower", &$0)
      }
    } catch {
      cicu_transliterator_close(folder)
      throw error
    }
  }

  deinit {
    cicu_transliterator_close(romanizer)
    cicu_transliterator_close(folder)
  }

  /// The text romanized and folded, with nothing in it but letters, digits and single spaces.
  public func key(of text: String) -> String {
    Self.squeezed(run(romanizer, text))
  }

  /// The text folded in its own script: case and marks removed, punctuation and spaces made one space.
  public func folded(_ text: String) -> String {
    Self.squeezed(run(folder, text))
  }

  /// A text that ICU cannot transliterate is its own key.
  private func run(_ transliterator: OpaquePointer, _ text: String) -> String {
    let result = try? writtenByICU(capacity: 256) { buffer, capacity, status in
      withUTF8Text(text) {
        cicu_transliterator_run(transliterator, $0, $1, buffer, capacity, &status)
      }
    }
    return result ?? text
  }

  private static func squeezed(_ text: String) -> String {
    var result = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .decimalNumber, .letterNumber, .otherNumber, .spacingMark, .nonspacingMark:
        if isPending, !result.isEmpty { result.append(" ") }
        isPending = false
        result.unicodeScalars.append(scalar)
      case .format, .modifierSymbol:
        // Joiners, and what romanization leaves of foreign sounds, do not part words.
        continue
      default:
        // Nor does an apostrophe.
        if scalar != "'", scalar != "\u{2019}" { isPending = true }
      }
    }
    return result
  }
}
