import MessageFormat
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a bundle knows of its messages so far, by their number: filled when a message is first used, by
/// whichever thread comes first, and read without waiting for anybody.
final class MessageCache: Sendable {
  enum State {
    case unknown
    /// The text was checked.
    case text
    case damaged
    case program(Unmanaged<Compiled>)
  }

  final class Compiled: Sendable {
    let formatter: MessageFormatter

    init(_ formatter: MessageFormatter) {
      self.formatter = formatter
    }
  }

  // A word for each message: one of the numbers below, or the address of a `Compiled`.
  // Atomic words that nothing frees until deinit.
  nonisolated(unsafe) private let words: UnsafeMutablePointer<Atomic<UInt>>?
  private let count: Int
  private static let text: UInt = 1
  private static let damaged: UInt = 2

  init(count: Int) {
    self.count = count
    // Memory from calloc is zero without being touched, so a large bundle opens as fast as a small one.
    // An atomic word is laid out as the word, and zero is a valid one.
    words = calloc(max(1, count), MemoryLayout<Atomic<UInt>>.stride)?
      .bindMemory(to: Atomic<UInt>.self, capacity: max(1, count))
  }

  deinit {
    for index in 0..<count {
      if case .program(let compiled) = self[index] { compiled.release() }
    }
    free(words)
  }

  @inline(__always)
  subscript(index: Int) -> State {
    guard let words, index >= 0, index < count else { return .damaged }
    let word = words[index].load(ordering: .acquiring)
    switch word {
    case 0: return .unknown
    case Self.text: return .text
    case Self.damaged: return .damaged
    default:
      guard let address = UnsafeRawPointer(bitPattern: word) else { return .damaged }
      return .program(Unmanaged.fromOpaque(address))
    }
  }

  /// Notes what was found; where another thread was quicker, its answer stands.
  func note(_ state: State, at index: Int) -> State {
    guard let words, index >= 0, index < count else { return .damaged }
    let word: UInt
    switch state {
    case .unknown: return self[index]
    case .text: word = Self.text
    case .damaged: word = Self.damaged
    case .program(let compiled): word = UInt(bitPattern: compiled.toOpaque())
    }
    let (isFirst, _) = words[index].compareExchange(
      expected: 0, desired: word, ordering: .acquiringAndReleasing)
    if !isFirst, case .program(let compiled) = state { compiled.release() }
    return self[index]
  }
}
