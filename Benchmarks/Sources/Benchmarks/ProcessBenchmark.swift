import Glibc

/// Whole programs, measured in turn: wall time, processor time and memory, from start to end.
enum ProcessBenchmark {
  /// A program that is run, with a name for people. `exits` are the codes that it may end with.
  struct Program {
    var name: String
    var command: [String]
    var exits: Set<Int32> = [0]
  }

  private struct Run {
    var wall: Double
    var processor: Double
    /// The most memory that was resident at a time, in KiB.
    var memory: Int
  }

  /// Measures langue's checks and coverage beside ICU's parse of the same files.
  ///
  /// - Parameters:
  ///   - icu: The site with its messages in MessageFormat 1.
  ///   - messageFormat2: The same site in MessageFormat 2.
  static func run(
    langue: String, peer: String, icu: String, messageFormat2: String, rounds: Int
  ) throws {
    var programs = ["read", "pattern", "format"].map { job in
      Program(name: "ICU C++, \(job)", command: [peer, job, icu + "/Strings"])
    }
    for (syntax, site) in [("1", icu), ("2", messageFormat2)] {
      for (command, exits) in [("check", [1]), ("coverage", [0])] as [(String, Set<Int32>)] {
        for workers in [1, 2] {
          programs.append(
            Program(
              name: "langue \(command), MessageFormat \(syntax), \(workers) worker(s)",
              command: [
                langue, command, "--site", site, "--format", "json", "--jobs", "\(workers)",
              ],
              exits: exits))
        }
      }
    }
    var runs: [[Run]] = programs.map { _ in [] }
    for _ in 0..<rounds {
      for (index, program) in programs.enumerated() { runs[index].append(try measure(program)) }
    }
    print("\nWhole programs over one site, seconds; the least of \(rounds) rounds (median)")
    for (program, runs) in zip(programs, runs) { print(row(program, runs)) }
  }

  private static func row(_ program: Program, _ runs: [Run]) -> String {
    func seconds(_ values: [Double]) -> String {
      let sorted = values.sorted()
      return Table.decimal(sorted[0], 3) + " (" + Table.decimal(sorted[sorted.count / 2], 3) + ")"
    }
    let name = program.name + String(repeating: " ", count: max(1, 48 - program.name.count))
    return name + "wall " + seconds(runs.map(\.wall)) + "  processor "
      + seconds(runs.map(\.processor)) + "  memory "
      + "\((runs.map(\.memory).max() ?? 0) / 1024) MiB"
  }

  /// Runs a program with its output thrown away.
  private static func measure(_ program: Program) throws -> Run {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = program.command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    let start = now()
    var process = pid_t()
    guard posix_spawn(&process, program.command[0], &actions, nil, arguments, environ) == 0 else {
      throw BenchmarkError("\(program.command[0]) could not be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("\(program.name) was lost") }
    }
    let wall = now() - start
    guard status & 0x7F == 0, program.exits.contains(status >> 8 & 0xFF) else {
      throw BenchmarkError("\(program.name) failed: \(program.command.joined(separator: " "))")
    }
    return Run(
      wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      memory: usage.ru_maxrss)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
