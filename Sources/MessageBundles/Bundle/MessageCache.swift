import MessageFormat
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a bundle knows of its messages so far, by the slots of their keys: filled when a message is first
/// used, by whichever thread comes first, and read without waiting for anybody.
struct MessageCache: ~Copyable, Sendable {
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

  // A word for each slot: one of the numbers below, or the address of a `Compiled`.
  // Atomic words that nothing frees until deinit.
  nonisolated(unsafe) private let words: UnsafeMutablePointer<Atomic<UInt>>?
  private let count: Int
  /// Whether there is anything to release: a bundle that was only opened is closed without a look at
  /// its words.
  private let hasPrograms = Atomic(false)
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
    for slot in 0..<(hasPrograms.load(ordering: .acquiring) ? count : 0) {
      if case .program(let compiled) = self[slot] { compiled.release() }
    }
    free(words)
  }

  @inline(__always)
  subscript(slot: Int) -> State {
    guard let words, slot >= 0, slot < count else { return .damaged }
    let word = words[slot].load(ordering: .acquiring)
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
  func note(_ state: State, at slot: Int) -> State {
    guard let words, slot >= 0, slot < count else { return .damaged }
    let word: UInt
    switch state {
    case .unknown: return self[slot]
    case .text: word = Self.text
    case .damaged: word = Self.damaged
    case .program(let compiled): word = UInt(bitPattern: compiled.toOpaque())
    }
    let (isFirst, _) = words[slot].compareExchange(
      expected: 0, desired: word, ordering: .acquiringAndReleasing)
    if case .program(let compiled) = state {
      if isFirst { hasPrograms.store(true, ordering: .releasing) } else { compiled.release() }
    }
    return self[slot]
  }
}
