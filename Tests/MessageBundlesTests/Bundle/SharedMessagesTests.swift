import LocaleIdentifiers
import LocaleServices
import MessageBundles
import MessageFormat
import MessageSyntax
import Synchronization
import Testing

/// One set of compiled messages, used by many threads at once.
///
/// `Scripts/thread-tests` runs this under ThreadSanitizer.
struct SharedMessagesTests {
  private static let threads = 32

  private static let messages = [
    "plain": "Saved.",
    "name": "Hello, {$name}!",
    "number": "{$count :number minimumFractionDigits=2} {$count :percent}",
    "plural": """
    .input {$count :integer} .match $count zero {{{$count} z}} one {{{$count} o}} two {{{$count} t}}
    few {{{$count} f}} many {{{$count} m}} * {{{$count} *}}
    """,
    "ordinal":
      ".input {$count :integer select=ordinal} .match $count one {{{$count}st}} * {{{$count}th}}",
    "money": "{$count :currency currency=EUR} {$count :currency currency=JPY currencyDisplay=name}",
    "date": "{$when :date} {$when :time} {$when :datetime dateLength=long timeZone=|Asia/Tokyo|}",
    "unit": "{$count :unit unit=kilometer} {$list :icu:list}",
    "slow": "{$count :number minimumFractionDigits=$digits} {$nobody}",
  ]

  private static func arguments(_ number: Int) -> [String: Argument] {
    let day: Int64 = 86_400_000
    return [
      "name": .string("N\(number % 7)"), "count": .integer(number * 37 % 1300),
      "when": .date(DateValue(epochMilliseconds: Int64(number % 400) * day)), "list": ["a", "b"],
      "digits": .integer(number % 3),
    ]
  }

  private static let rounds = 60

  @Test(arguments: ["pl", "ar", "en-US", "th"] as [LocaleIdentifier])
  func `threads that share messages say what one thread says`(locale: LocaleIdentifier) throws {
    var writer = BundleWriter(locale: locale)
    for (key, source) in Self.messages { writer.add(key: key, messageFormat2: source) }
    let keys = Self.messages.keys.sorted()
    try withTemporaryFile(writer.bytes()) { path in
      // The truth comes from a bundle of its own, on this thread.
      let alone = try MessageBundle(path: path)
      let truth = (0..<Self.rounds).map { number in
        keys.map { alone.format($0, Self.arguments(number)) ?? "" }
      }
      // Nothing of the shared one is compiled yet, so the threads meet at every first use.
      let shared = try MessageBundle(path: path)
      let context = MessageFormatContext(locale: locale)
      let formatters = try keys.map { key in
        let message = try #require(MessageFormat2.parse(Self.messages[key] ?? "").message)
        return try MessageFormatter(message, context: context)
      }
      let faults = Mutex<[String]>([])
      onThreads(Self.threads) { thread in
        for step in 0..<Self.rounds {
          let number = (step + thread * 11) % Self.rounds
          let arguments = Self.arguments(number)
          for (index, key) in keys.enumerated() {
            let texts = [
              shared.format(key, arguments) ?? "", formatters[index].format(arguments),
            ]
            for text in texts where text != truth[number][index] {
              faults.withLock { $0.append("\(key) \(number): \(text)") }
            }
          }
        }
      }
      #expect(faults.withLock { $0 } == [])
    }
  }
}
