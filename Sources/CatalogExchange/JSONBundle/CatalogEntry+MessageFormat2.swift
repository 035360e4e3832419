import MessageSyntax
import StringCatalogs

extension CatalogEntry {
  /// The message in MessageFormat 2: as it stands, or printed from its data model where it is written
  /// in another syntax. Nil for a message that cannot be read.
  var messageFormat2: String? {
    switch syntax {
    case .messageFormat2: parsed.isValid ? text : nil
    case .icu: parsed.message.map { MessageFormat2.print($0) }
    }
  }
}
