import LocaleIdentifiers
import MessageFormat
import Synchronization

/// What the messages of each locale share: its plural rules, and the formats that were needed so far.
///
/// They do not depend on the texts, so they are kept when texts change.
final class FormatContexts: Sendable {
  private let known = Mutex<[LocaleIdentifier: MessageFormatContext]>([:])

  subscript(locale: LocaleIdentifier) -> MessageFormatContext {
    known.withLock { known in
      if let context = known[locale] { return context }
      let context = MessageFormatContext(locale: locale, isForFewUses: true)
      known[locale] = context
      return context
    }
  }
}
