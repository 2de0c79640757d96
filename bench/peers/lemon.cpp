// LEMON's network simplex on one instance; see bench/matching/native.ts for how it is called.
//
// Every household sends one unit, over a flat or straight to the sink at cost 0 (unplaced). Costs are the values of the
// pairs, negated; 64 bits wide, so that nothing overflows.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

template <typename T>
std::vector<T> read(const std::string& path, size_t count) {
  std::vector<T> items(count);
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(items.data()), count * sizeof(T));
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  return items;
}

// the high-water mark of this program alone; getrusage would count the process that started it
double peakMb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::atof(line.c_str() + 6) / 1024;
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

int main(int, char** argv) {
  const std::string folder = argv[1];
  const int rows = std::atoi(argv[2]), columns = std::atoi(argv[3]), pairs = std::atoi(argv[4]);

  typedef lemon::SmartDigraph Graph;
  Graph graph;
  graph.reserveNode(rows + columns + 1);
  graph.reserveArc(pairs + columns + rows);
  for (int i = 0; i < rows + columns + 1; i++) graph.addNode();
  const Graph::Node sink = graph.nodeFromId(rows + columns);

  std::vector<int32_t> heads = read<int32_t>(folder + "/heads", pairs);
  {
    const std::vector<int32_t> offsets = read<int32_t>(folder + "/offsets", rows + 1);
    for (int i = 0; i < rows; i++)
      for (int k = offsets[i]; k < offsets[i + 1]; k++)
        graph.addArc(graph.nodeFromId(i), graph.nodeFromId(rows + heads[k]));
  }
  for (int j = 0; j < columns; j++) graph.addArc(graph.nodeFromId(rows + j), sink);
  for (int i = 0; i < rows; i++) graph.addArc(graph.nodeFromId(i), sink);

  Graph::ArcMap<int64_t> cost(graph, 0);
  {
    const std::vector<double> values = read<double>(folder + "/values", pairs);
    for (int k = 0; k < pairs; k++) cost[graph.arcFromId(k)] = -static_cast<int64_t>(values[k]);
  }
  Graph::ArcMap<int64_t> capacity(graph, 1);
  Graph::NodeMap<int64_t> supply(graph, 0);
  for (int i = 0; i < rows; i++) supply[graph.nodeFromId(i)] = 1;
  supply[sink] = -rows;

  typedef lemon::NetworkSimplex<Graph, int64_t, int64_t> Solver;
  Solver solver(graph);
  solver.upperMap(capacity).costMap(cost).supplyMap(supply);
  const auto start = std::chrono::steady_clock::now();
  const Solver::ProblemType answer = solver.run();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (answer != Solver::OPTIMAL) {
    std::fprintf(stderr, "not optimal\n");
    return 1;
  }

  std::vector<int32_t> columnOf(rows, -1);
  for (int k = 0; k < pairs; k++) {
    const Graph::Arc arc = graph.arcFromId(k);
    if (solver.flow(arc) > 0) columnOf[graph.id(graph.source(arc))] = heads[k];
  }
  std::ofstream(folder + "/columns", std::ios::binary)
      .write(reinterpret_cast<const char*>(columnOf.data()), rows * sizeof(int32_t));
  std::printf("{\"seconds\": %.6f, \"peakMb\": %.1f}\n", seconds.count(), peakMb());
}
