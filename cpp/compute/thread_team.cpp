#include "compute/thread_team.hpp"

namespace dd {

ThreadTeam::ThreadTeam(int size) : members_(size) {
  for (int member = 1; member < size; ++member) {
    threads_.emplace_back([this, member] { members_.serve(member); });
  }
}

ThreadTeam::~ThreadTeam() {
  members_.stop();
  for (std::thread& thread : threads_) thread.join();
}

}  // namespace dd
