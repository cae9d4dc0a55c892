"""What the reference tells of its bytecode: here there is none."""

ENABLE_SPECIALIZATION = ENABLE_SPECIALIZATION_FT = False


def _refuse(*args, **kwargs):
    raise NotImplementedError("snakelet has no bytecode")


stack_effect = is_valid = has_arg = has_const = has_name = has_jump = has_free = has_local = has_exc = _refuse
get_specialization_stats = get_nb_ops = get_intrinsic1_descs = get_intrinsic2_descs = get_executor = _refuse
