#pragma once

#include <memory>

#include "compute/team.hpp"

namespace dd::bindings {

/// Those who train: the calling thread alone, until a module on shared memory forms a team.
inline std::shared_ptr<Team>& team() {
  static std::shared_ptr<Team> inUse = std::make_shared<Alone>();
  return inUse;
}

}  // namespace dd::bindings
