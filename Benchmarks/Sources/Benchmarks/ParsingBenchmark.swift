import MessageSyntax
import Peers

/// Parsing and validating a whole workload, against ICU's MessagePattern (which only parses).
enum ParsingBenchmark {
  static func run(_ workload: Workload) {
    var table = Table(
      "Parsing and validating \(workload.messageFormat2.count) messages: per message")
    let own = Joined(workload.messageFormat2)
    let peer = Joined(workload.icu)
    let strings = workload.messageFormat2
    let plain = strings.filter { !$0.contains { "{}.\\".contains($0) } }
    let measurements = measure(
      [
        Job(name: "langue, UTF-8 in one piece", size: own.lengths.count) { repeats in
          var buffer = MessageSyntaxBuffer()
          var valid = 0
          for _ in 0..<repeats {
            own.bytes.withUnsafeBufferPointer { bytes in
              var start = 0
              for length in own.lengths {
                let message = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(length)])
                if buffer.parse(utf8: message.span) { valid += 1 }
                start += Int(length)
              }
            }
          }
          return valid
        },
        Job(name: "langue, a String each", size: strings.count) { repeats in
          parse(strings, repeats)
        },
        Job(name: "ICU MessagePattern, reused", size: peer.lengths.count) { repeats in
          var refused = 0
          peer.bytes.withUnsafeBytes { bytes in
            guard let base = bytes.bindMemory(to: CChar.self).baseAddress else { return }
            for _ in 0..<repeats {
              refused += Int(icu_parse(base, peer.lengths, Int64(peer.lengths.count)))
            }
          }
          return refused
        },
      ], rounds: 9)
    table.add("all", measurements)
    table.add(
      "plain (\(plain.count))",
      measure(
        [
          Job(name: "langue, a String each", size: plain.count) { repeats in
            parse(plain, repeats)
          }
        ], rounds: 9))
    table.print()
    for row in measurements {
      print("\(row.name): \(Table.decimal(1e3 / row.minimum, 2)) million messages a second")
    }
  }

  private static func parse(_ strings: [String], _ repeats: Int) -> Int {
    var buffer = MessageSyntaxBuffer()
    var valid = 0
    for _ in 0..<repeats {
      for string in strings where buffer.parse(string) { valid += 1 }
    }
    return valid
  }

  /// Texts one after the other, as a file holds them.
  private struct Joined {
    var bytes: [UInt8] = []
    var lengths: [Int32] = []

    init(_ texts: [String]) {
      for text in texts {
        bytes += text.utf8
        lengths.append(Int32(text.utf8.count))
      }
    }
  }
}
