using IncidentServerless.Cli;

return await IncidentCli.RunAsync(args, Console.Out, Console.Error);
