using Twin.Silo.Commands;

return await TwinCommand.Create().Parse(args).InvokeAsync();
