#pragma once

#include <memory>

#include "nn/team.hpp"

namespace dd::wasm {

/// Those who train: the calling thread alone, until a module on shared memory forms a team.
inline std::shared_ptr<Team>& team() {
  static std::shared_ptr<Team> inUse = std::make_shared<Alone>();
  return inUse;
}

}  // namespace dd::wasm
