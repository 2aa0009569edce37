// Lets workers be members of a team. JavaScript starts them, each with an instance of this module
// on the same memory.

#include <cstdlib>
#include <new>
#include <stdexcept>

#include "bindings/convert.hpp"
#include "bindings/team.hpp"
#include "compute/fork_join.hpp"

/// Of Emscripten's runtime: sets the stack pointer of the instance that calls it.
extern "C" void stackRestore(std::uintptr_t top);

namespace dd::bindings {
namespace {

/// Of a member, in bytes. A product of Eigen packs blocks of both its factors on it.
constexpr std::size_t stackSize = 2 * EIGEN_STACK_ALLOCATION_LIMIT + 512 * 1024;

std::shared_ptr<ForkJoin> formed;

void serve(ForkJoin* team, int member) { team->serve(member); }

template <class Function>
double tableIndex(Function* function) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(function));
}

/// Forms the team that every trainer made from now on trains with. Returns what its members are to
/// do, see TeamWork in types.d.ts: functions by their indices in the table, for the names of
/// exports are minified. Teams and stacks stay for as long as the module does.
val formTeam(int size) {
  return guarded([&] {
    if (formed) throw std::logic_error("There is a team already.");
    const auto team = std::make_shared<ForkJoin>(size);
    val members = val::array();
    for (int member = 1; member < size; ++member) {
      void* stack = std::aligned_alloc(16, stackSize);
      if (!stack) throw std::bad_alloc();
      val start = val::object();
      start.set("member", member);
      start.set("stackTop",
                static_cast<double>(reinterpret_cast<std::uintptr_t>(stack) + stackSize));
      members.call<void>("push", start);
    }
    val work = val::object();
    work.set("setStack", tableIndex(&stackRestore));
    work.set("serve", tableIndex(&serve));
    work.set("team", static_cast<double>(reinterpret_cast<std::uintptr_t>(team.get())));
    work.set("members", members);
    formed = team;
    bindings::team() = team;
    return work;
  });
}

int threads() { return formed ? formed->threads() : 1; }

}  // namespace

EMSCRIPTEN_BINDINGS(team) {
  emscripten::function("formTeam", &formTeam);
  emscripten::function("threads", &threads);
}

}  // namespace dd::bindings
