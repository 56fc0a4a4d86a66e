using System.CommandLine;
using Twin.Silo.Commands;

// Without a limit of its own it would end the program two seconds after SIGTERM, in the middle of a request. The host
// has one: 30 seconds.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) };
return await TwinCommand.Create().Parse(args).InvokeAsync(invocation);
