# SPDX-License-Identifier: MIT
# locksmith_write_manifest()
#
# Writes manifest.json into the build: what chapters and exercises there are, for
# the book and the tools, so that they need not guess at paths.
include(LocksmithWrong)

function(locksmith_json_string out text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  # A semicolon would part the text where CMake takes it for a list.
  string(REPLACE ";" "\\u003b" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

function(locksmith_json_strings out)
  set(items "")
  foreach(text IN LISTS ARGN)
    locksmith_json_string(item "${text}")
    list(APPEND items "${item}")
  endforeach()
  list(JOIN items ", " items)
  set(${out} "[${items}]" PARENT_SCOPE)
endfunction()

function(locksmith_json_wrong out file base)
  locksmith_read_wrong(${file} this)
  file(RELATIVE_PATH relative ${base} ${file})
  foreach(key relative this_wrong this_test)
    locksmith_json_string(${key} "${${key}}")
  endforeach()
  set(${out} "{\"file\": ${relative}, \"reason\": ${this_wrong}, \"test\": \
${this_test}}" PARENT_SCOPE)
endfunction()

function(locksmith_json_exercise out exercise)
  get_filename_component(chapter ${exercise} DIRECTORY)
  get_filename_component(name ${exercise} NAME)
  set(solution ${PROJECT_SOURCE_DIR}/solutions/${exercise})
  file(GLOB files ${solution}/wrong/*.hpp)
  set(wrong "")
  foreach(file IN LISTS files)
    locksmith_json_wrong(item ${file} ${solution})
    list(APPEND wrong "${item}")
  endforeach()
  list(JOIN wrong ",\n      " wrong)
  # Empty where it is not built.
  set(program "")
  if(TARGET answer_${chapter}_${name})
    get_target_property(place answer_${chapter}_${name} BINARY_DIR)
    file(RELATIVE_PATH program ${PROJECT_BINARY_DIR}
         ${place}/answer_${chapter}_${name})
  endif()
  set(${out} "{\"chapter\": \"${chapter}\", \"name\": \"${name}\",
     \"dir\": \"exercises/${exercise}\", \"file\": \"${name}.hpp\",
     \"solution\": \"solutions/${exercise}\",
     \"target\": \"check_${chapter}_${name}\",
     \"answer\": \"answers/${exercise}/${name}.hpp\",
     \"answer_target\": \"answer_${chapter}_${name}\",
     \"answer_program\": \"${program}\",
     \"wrong\": [
      ${wrong}]}" PARENT_SCOPE)
endfunction()

function(locksmith_json_chapter out name)
  foreach(property DIR HEADERS STEPS)
    get_property(${property} GLOBAL PROPERTY LOCKSMITH_${name}_${property})
  endforeach()
  file(RELATIVE_PATH dir ${PROJECT_SOURCE_DIR} ${DIR})
  locksmith_json_strings(headers ${HEADERS})
  locksmith_json_strings(steps ${STEPS})
  set(${out} "{\"name\": \"${name}\", \"dir\": \"${dir}\",
     \"headers\": ${headers},
     \"steps\": ${steps}}" PARENT_SCOPE)
endfunction()

function(locksmith_write_manifest)
  foreach(kind chapter exercise)
    string(TOUPPER LOCKSMITH_${kind}S property)
    get_property(names GLOBAL PROPERTY ${property})
    set(${kind}s "")
    foreach(name IN LISTS names)
      cmake_language(CALL locksmith_json_${kind} item ${name})
      list(APPEND ${kind}s "${item}")
    endforeach()
    list(JOIN ${kind}s ",\n    " ${kind}s)
  endforeach()
  file(GLOB_RECURSE foundation RELATIVE ${PROJECT_SOURCE_DIR}
       ${PROJECT_SOURCE_DIR}/code/locksmith/*.hpp)
  locksmith_json_strings(foundation ${foundation})
  locksmith_json_string(source_dir ${PROJECT_SOURCE_DIR})
  # Empty where there is no checker.
  set(executions "")
  if(TARGET interleave::interleave)
    set(executions ${PROJECT_BINARY_DIR}/executions)
  endif()
  locksmith_json_string(executions "${executions}")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/manifest.json CONTENT [[
{
  "version": "@PROJECT_VERSION@",
  "source_dir": @source_dir@,
  "executions": @executions@,
  "foundation": @foundation@,
  "chapters": [
    @chapters@],
  "exercises": [
    @exercises@]
}
]] @ONLY)
endfunction()
