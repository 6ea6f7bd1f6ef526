// SPDX-License-Identifier: MIT
#include "sim/simt/counters.hpp"

namespace lockstep::simt {

static constexpr CounterInfo list[] = {
    {"instructions_executed", "smsp__inst_executed.sum",
     "Instructions that warps executed, however many of their lanes took part.",
     &Counters::instructions_executed},
    {"lane_instructions", "smsp__thread_inst_executed.sum",
     "The same, counted once for each lane that took part.", &Counters::lane_instructions},
    {"lane_instructions_on", "smsp__thread_inst_executed_pred_on.sum",
     "Without the lanes that a guard (@p) switched off.", &Counters::lane_instructions_on},
    {"branches", "smsp__sass_branch_targets.sum", "Branches that warps came to.",
     &Counters::branches},
    {"divergent_branches", "smsp__sass_branch_targets_threads_divergent.sum",
     "Branches at which the lanes of a warp went different ways.", &Counters::divergent_branches},
    {"global_requests", "", "Warp instructions that access global memory.",
     &Counters::global_requests},
    {"global_sectors", "", "Distinct 32-byte sectors that those requests touch, added up.",
     &Counters::global_sectors},
    {"global_load_requests", "l1tex__t_requests_pipe_lsu_mem_global_op_ld.sum",
     "Requests that load.", &Counters::global_load_requests},
    {"global_load_sectors", "l1tex__t_sectors_pipe_lsu_mem_global_op_ld.sum",
     "Sectors that loads touch.", &Counters::global_load_sectors},
    {"global_store_requests", "l1tex__t_requests_pipe_lsu_mem_global_op_st.sum",
     "Requests that store.", &Counters::global_store_requests},
    {"global_store_sectors", "l1tex__t_sectors_pipe_lsu_mem_global_op_st.sum",
     "Sectors that stores touch.", &Counters::global_store_sectors},
    {"shared_requests", "smsp__inst_executed_op_shared.sum",
     "Warp instructions that access shared memory.", &Counters::shared_requests},
    {"shared_passes", "l1tex__data_pipe_lsu_wavefronts_mem_shared.sum",
     "Turns that the 32 banks of shared memory need.", &Counters::shared_passes},
    {"shared_conflicts", "l1tex__data_bank_conflicts_pipe_lsu_mem_shared.sum",
     "Turns beyond those that accesses of that width need without a conflict.",
     &Counters::shared_conflicts},
    {"local_requests", "smsp__inst_executed_op_local.sum",
     "Warp instructions that access the threads' own memory.", &Counters::local_requests},
    {"local_sectors", "l1tex__t_sectors_pipe_lsu_mem_local.sum",
     "Sectors that those touch; the words of the 32 lanes lie side by side.",
     &Counters::local_sectors},
    {"atomics", "", "Warp instructions that update memory in one piece.", &Counters::atomics},
    {"barriers", "", "Warp instructions that come to a barrier of the block.", &Counters::barriers},
};

Counters& Counters::operator+=(const Counters& other) {
    for (const CounterInfo& info : list)
        this->*info.member += other.*info.member;
    return *this;
}

std::span<const CounterInfo> counter_list() {
    return list;
}

} // namespace lockstep::simt
