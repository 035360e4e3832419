import Glibc

// Benchmarks prepare WORKLOAD FOLDER     writes the files that the other formats' tools compile
// Benchmarks run WORKLOAD FOLDER SHAPES [format|parse|bundle]…
// Benchmarks programs LANGUE PEER SITE SITE ROUNDS    runs whole programs over two sites
// Benchmarks loop SHAPES NAME REPEATS    formats one shape so often, for a tool that counts instructions

do {
  let arguments = CommandLine.arguments.dropFirst()
  switch (arguments.first, arguments.count) {
  case ("prepare", 3):
    try BundleBenchmark.prepare(CommandLine.arguments[2], into: CommandLine.arguments[3])
  case ("run", 4...):
    let parts = CommandLine.arguments.dropFirst(5)
    func isAsked(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }
    if isAsked("format") {
      try FormattingBenchmark.run(Workload.decode([Shape].self, CommandLine.arguments[4]))
    }
    if isAsked("parse") { ParsingBenchmark.run(try Workload(folder: CommandLine.arguments[2])) }
    if isAsked("bundle") {
      try BundleBenchmark.run(CommandLine.arguments[2], folder: CommandLine.arguments[3])
    }
  case ("programs", 6):
    try ProcessBenchmark.run(
      langue: CommandLine.arguments[2], peer: CommandLine.arguments[3],
      icu: CommandLine.arguments[4], messageFormat2: CommandLine.arguments[5],
      rounds: max(1, Int(CommandLine.arguments[6]) ?? 1))
  case ("loop", 4):
    try FormattingBenchmark.loop(
      Workload.decode([Shape].self, CommandLine.arguments[2]), CommandLine.arguments[3],
      Int(CommandLine.arguments[4]) ?? 0)
  default: throw BenchmarkError("usage: see Scripts/bench")
  }
} catch {
  let text = Array("benchmarks: \(error)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  exit(2)
}
