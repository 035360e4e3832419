import Allocations
import Glibc

/// Something that is done again and again, to be measured beside others that do the same.
struct Job {
  let name: String
  /// How many things one repeat stands for: nanoseconds and allocations are told for each.
  var size = 1
  /// Does it so many times, and returns a sum that keeps the work from being left out.
  let run: (Int) -> Int
}

/// What a job took for each thing that it did.
struct Measurement {
  let name: String
  /// Nanoseconds of processor time.
  let minimum: Double
  let median: Double
  /// How often memory was asked for.
  let allocations: Double
}

/// Measures jobs in turn, round after round, so that what else the machine does meets all of them.
///
/// Time is the processor time of this process, which does not count the time in which others have the
/// processor. Each round gives one number for each job; the minimum of the rounds is what the job takes
/// when nothing else is in the way, the median what it took here.
func measure(_ jobs: [Job], rounds: Int = 31, batch: Double = 2e6) -> [Measurement] {
  let repeats = jobs.map { job in
    var repeats = 1
    while true {
      let time = nanoseconds { job.run(repeats) }
      if time >= batch / 4 || repeats >= 1 << 30 {
        return max(1, Int(Double(repeats) * batch / max(time, 1)))
      }
      repeats *= 4
    }
  }
  let allocations = jobs.map { job in
    let repeats = max(1, 300 / job.size)
    let before = allocation_count()
    keep(job.run(repeats))
    let once = allocation_count()
    keep(job.run(repeats * 2))
    // What a run needs before it begins stands in both counts.
    let more = Double(allocation_count() - once) - Double(once - before)
    return max(0, more) / Double(repeats * job.size)
  }
  var times: [[Double]] = jobs.map { _ in [] }
  for _ in 0..<rounds {
    for (index, job) in jobs.enumerated() {
      let time = nanoseconds { job.run(repeats[index]) }
      times[index].append(time / Double(repeats[index] * job.size))
    }
  }
  return jobs.indices.map { index in
    let sorted = times[index].sorted()
    return Measurement(
      name: jobs[index].name, minimum: sorted[0], median: sorted[sorted.count / 2],
      allocations: allocations[index])
  }
}

/// The processor time that something takes.
func nanoseconds(_ body: () -> Int) -> Double {
  let start = processorTime()
  keep(body())
  return processorTime() - start
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// A result that has to be worked out because it could be asked for.
@inline(never)
func keep(_ value: Int) {
  withUnsafePointer(to: value) { _ = $0 }
}
