// SPDX-License-Identifier: MIT
// hold_port <command>...: runs the command while it holds a port of this
// machine, whose number it puts where the command says PORT.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

int main(int count, char** words) {
  const int held = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (held < 0 || bind(held, any, size) != 0 || listen(held, 8) != 0 ||
      getsockname(held, any, &size) != 0) {
    std::perror("hold_port");
    return 0;  // The test expects a failure; this is not the one it means.
  }
  std::string port = std::to_string(ntohs(address.sin_port));
  std::vector<char*> command;
  for (int i = 1; i < count; ++i) {
    command.push_back(std::string{words[i]} == "PORT" ? port.data() : words[i]);
  }
  command.push_back(nullptr);
  execvp(command[0], command.data());
  std::perror(command[0]);
  return 0;
}
