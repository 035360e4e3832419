import LocaleIdentifiers
import LocaleServices
import MessageBundles
import MessageFormat

/// A small bundle with every kind of thing that a program can hold.
enum SampleBundle {
  static let plain = ["cart.title": "Koszyk", "pusty": "", "żółć": "Zażółć gęślą jaźń"]

  static let messages = [
    "cart.items": """
    .input {$count :integer} .match $count 0 {{pusto}} one {{{$count} artykuł}}
    few {{{$count} artykuły}} many {{{$count} artykułów}} * {{{$count} artykułu}}
    """,
    "greeting": "Witaj, {#b}{$name :string u:id=who}{/b}{#br class=wide /}!",
    "paid": """
    .local $sum = {$amount :currency currency=EUR} {{Zapłacono {$sum} dnia {$when :date}, \
    {$nobody}, {|x| :unknown a=$b}}}
    """,
    "pair": """
    .input {$name :string} .input {$count :number} .match $name $count
    Anna one {{{$name} ma {$count} kota}} * * {{{$name} ma {$count} kotów}}
    """,
  ]

  static let arguments: [String: Argument] = [
    "name": "Anna", "count": 3, "amount": 19.9,
    "when": .date(DateValue(epochMilliseconds: 1_700_000_000_000)),
  ]

  static func writer(_ locale: LocaleIdentifier = "pl") -> BundleWriter {
    var writer = BundleWriter(locale: locale, fallback: ["fr"])
    for (key, text) in plain { writer.add(key: key, text: text) }
    for (key, source) in messages { writer.add(key: key, messageFormat2: source) }
    return writer
  }

  /// The answers to all keys, with the errors, and to one that is not there.
  static func answers(_ bundle: MessageBundle) -> [String] {
    (plain.keys.sorted() + messages.keys.sorted() + ["nowhere"]).map { key in
      var errors: [String] = []
      let text = bundle.format(key, arguments) { errors.append("\($0)") }
      return "\(key): \(text ?? "none") \(errors)"
    }
  }
}
