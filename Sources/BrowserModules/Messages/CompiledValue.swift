import LocaleServices
import MessageFormat

/// A value of a message as the generated code has it, with what is known of it beforehand.
struct CompiledValue {
  enum Kind {
    /// An argument as it comes, of any kind.
    case argument
    /// A text that stands in the message.
    case literal(String)
    /// `undefined`, or a number: `number`, `bigint`, or a text of more digits than a number holds.
    case number(NumberMessageValue)
    /// `undefined`, or what `$$date` makes.
    case date(DateMessageValue)
    /// `undefined`, or a string.
    case string
    /// There is no value.
    case none
  }

  var kind: Kind
  /// The expression that has the value.
  var code: String
  /// Options that arguments decide: number options by name, or the zone.
  var late: [LateOption] = []
  /// Whether it can choose a variant.
  var isSelectable = false
  /// The mark of the value's direction; nil where it is the first strong character's.
  var mark: String?
  /// The mark that the message itself asks for.
  var explicitMark: String?
  /// Whether the function gave its operand back, so that its mark also stands before a placeholder.
  var keepsFallback = false

  struct LateOption {
    var name: String
    var code: String
  }
}
