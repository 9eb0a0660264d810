// Written by `npm run gen` from openapi.json; change a route, not this file.
export interface paths {
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an attachment 附件 */
        get: operations["getAttachmentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo, small, as JPEG 附件缩略图 */
        get: operations["getAttachmentsByIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who saw and did what, the newest first 审计日志 */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table; that it was taken is written down too 导出审计日志 */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the password; every other session of the person ends 修改密码 */
        post: operations["post-auth-change-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comes back from the provider: a session, or the sign-in page with the reason 统一身份认证返回 */
        get: operations["get-auth-oidc-callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes to the provider of a utility (OpenID Connect, code with PKCE) 统一身份认证 */
        get: operations["get-auth-oidc-start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider people of the utility may sign in at; its secret is kept encrypted 设置统一身份认证 */
        post: operations["post-auth-provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of signing in: a code of the authenticator app, or a recovery code 双因素验证 */
        post: operations["post-auth-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code of the app: from now on it is asked for; every other session ends 确认双因素 */
        post: operations["post-auth-second-factor-confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/second-factor/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an authenticator app and recovery codes, shown this once; asked for after confirming 启用双因素 */
        post: operations["post-auth-second-factor-enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes; the old ones are worth nothing 更换恢复码 */
        post: operations["post-auth-second-factor-recovery-codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does away with the second factor, where the utility does not ask for it 停用双因素 */
        post: operations["post-auth-second-factor-remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in; who has a second factor is then asked for it 登录 */
        post: operations["post-auth-sign-in-username"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs out 退出 */
        post: operations["post-auth-sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page offers beside name and password 登录方式 */
        get: operations["get-auth-ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest backtests, the newest first */
        get: operations["getBacktests"];
        put?: never;
        /** Begins a backtest: the orders of a period under another rulebook 回测 */
        post: operations["postBacktests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a backtest is, and what came of it */
        get: operations["getBacktestsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops my backtest */
        post: operations["postBacktestsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of a backtest as a workbook or CSV */
        get: operations["getBacktestsByIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{id}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a backtest that was stopped or failed once more */
        post: operations["postBacktestsByIdRepeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to call back, by when one may and when it is due 回访名单 */
        get: operations["getCallBacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was said in a call; closes or reopens the order with it 登记回访 */
        post: operations["postCallBacksByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes what a low rating wants; with a reason, answers it 认领或说明 */
        post: operations["postCallBacksByIdFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a call back without having called 放弃回访 */
        post: operations["postCallBacksByIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a call: the number in full, written down, and what to say 开始回访 */
        post: operations["postCallBacksByIdTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Low ratings until they are answered, then those answered last 整改回访 */
        get: operations["getCallBacksFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-backs/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries, hours, levels and links as the utility has them 回访设置 */
        get: operations["getCallBacksSettings"];
        /** Changes them 修改回访设置 */
        put: operations["putCallBacksSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the rulebook in force has checklists for 检查表 */
        get: operations["getChecklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checklists/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty sheet: every checklist for one kind of place 一张检查表 */
        get: operations["getChecklistsByKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is this the demonstration, and who may sign in there 演示账号 */
        get: operations["get-demo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments and units */
        get: operations["getDepartments"];
        put?: never;
        /** Adds a unit, or changes the one of that name 单位 */
        post: operations["postDepartments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a unit: name, kind, the one above it, what it is in the rulebook */
        put: operations["putDepartmentsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts 片区 */
        get: operations["getDistricts"];
        put?: never;
        /** Adds a district 片区 */
        post: operations["postDistricts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/districts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Renames a district */
        put: operations["putDistrictsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duties/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each of these things, fifty at most, is owed first 下次到期 */
        get: operations["getDutiesNext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My exports, the newest first */
        get: operations["getExports"];
        put?: never;
        /** Begins to make a file of a list, filtered as given; written down 导出 */
        post: operations["postExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far one of my exports is; of one that is done, whether I may still have its file */
        get: operations["getExportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops an export; it can go on for a day */
        post: operations["postExportsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of one of my exports */
        get: operations["getExportsByIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on with an export that was stopped or broke off, where it was */
        post: operations["postExportsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My orders with everything their rules need for a shift without a network 现场快照 */
        get: operations["getField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phones: mine, of an administrator everybody’s 现场终端 */
        get: operations["getFieldDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/devices/{id}/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports a phone lost: cut off now, wiped when it next makes contact 挂失 */
        post: operations["postFieldDevicesByIdLost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/wipe-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asked by a phone without a session: was it reported lost, so that it deletes everything 终端是否挂失 */
        post: operations["post-field-wipe-due"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["getImports"];
        put?: never;
        /** Uploads a table (XLSX, CSV, TSV); it is recognised, and nothing is imported yet */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: how it is read, how far it is, what has become of its rows */
        get: operations["getImportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the import; rows that are in stay in */
        post: operations["postImportsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bad rows as they came, with the reason in one more column; correct and import it */
        get: operations["getImportsByIdErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the rows, by line: every refused one, and whatever became something with a number */
        get: operations["getImportsByIdRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects how the file is read: what its rows are, sheet, header, columns */
        put: operations["putImportsByIdSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the import, or a trial that writes nothing; what broke off goes on */
        post: operations["postImportsByIdStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may import, with its columns */
        get: operations["getImportsKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty workbook with the columns of that kind, to be filled in 模板 */
        get: operations["getImportsKindsByKindTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Imports a file of messages and answers when it is done, row by row; a second import changes nothing */
        post: operations["postImportsMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have been told, newest first 站内信 */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read 标为已读 */
        post: operations["postInboxRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as not read: to come back to 标为未读 */
        post: operations["postInboxUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sheets that were filled in, the latest first 检查记录 */
        get: operations["getInspections"];
        put?: never;
        /** Keep a sheet that was filled in; it stays as it is 保存检查 */
        post: operations["postInspections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sheet as it was filled in 一次检查 */
        get: operations["getInspectionsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as I have it: its columns, which I show, the filters I may use 列表 */
        get: operations["getListsByList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{list}/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a filter for me, or shares it with a unit 保存筛选 */
        post: operations["postListsByListFilters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{list}/filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a filter that is mine, or, as a manager, a shared one */
        put: operations["putListsByListFiltersById"];
        post?: never;
        /** Deletes a filter that is mine, or, as a manager, a shared one */
        delete: operations["deleteListsByListFiltersById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{list}/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Which columns I show, in which order and how wide, and the filter the list opens with */
        put: operations["putListsByListLayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changes, as it changes: server-sent events hello, changes, reload, beat, signed-out 实时变动 */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since a cursor, where /api/live (server-sent events) does not come through 变动 */
        get: operations["getLiveChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what he may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends one of my sessions, or all but this one 下线 */
        post: operations["postMeEndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in 我的登录 */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, a page at a time 工单列表 */
        get: operations["getOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with clocks, timeline and what I may do 工单 */
        get: operations["getOrdersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept 接单 */
        post: operations["postOrdersByIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/ask-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an extension 申请延期 */
        post: operations["postOrdersByIdAskExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/ask-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a pause 申请暂停 */
        post: operations["postOrdersByIdAskPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/ask-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to return 申请退单 */
        post: operations["postOrdersByIdAskReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign 转办 */
        post: operations["postOrdersByIdAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach a photo, recording or paper sent to /api/uploads before (tus 1.0) 上传附件 */
        post: operations["postOrdersByIdAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With whom the order lay, and how long 时长归属 */
        get: operations["getOrdersByIdAttribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call back 回访 */
        post: operations["postOrdersByIdCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel 销单 */
        post: operations["postOrdersByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clocks of an order, each with its article and why 时限 */
        get: operations["getOrdersByIdClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close 办结 */
        post: operations["postOrdersByIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/decide-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide the extension 审批延期 */
        post: operations["postOrdersByIdDecideExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/decide-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide the pause 审批暂停 */
        post: operations["postOrdersByIdDecidePause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/decide-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide the return 审批退单 */
        post: operations["postOrdersByIdDecideReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispatch 派发 */
        post: operations["postOrdersByIdDispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that are likely about the same incident, with the reasons 疑似重复 */
        get: operations["getOrdersByIdDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The duty that made an order, and the thing it is about; null: nothing of the kind 由来 */
        get: operations["getOrdersByIdDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply 回单 */
        post: operations["postOrdersByIdHandle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Crew members of the unit, and the certificate one lacks before he can be assigned 可派人员 */
        get: operations["getOrdersByIdHandlers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merges this order into another; its callers keep their own clocks 合并 */
        post: operations["postOrdersByIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note 备注 */
        post: operations["postOrdersByIdNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have it open, or not any more; answers who else has 正在查看、正在处理 */
        put: operations["putOrdersByIdPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise a time 承诺时间 */
        post: operations["postOrdersByIdPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reclassify 更改类别 */
        post: operations["postOrdersByIdReclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a milestone 登记节点 */
        post: operations["postOrdersByIdRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send back 派回 */
        post: operations["postOrdersByIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the rulebook owes to whom in this order 应赔付、奖励、考核 */
        get: operations["getOrdersByIdRemedies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen 重办 */
        post: operations["postOrdersByIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume 恢复计时 */
        post: operations["postOrdersByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name and number of the callers, in full; written down 查看来电人 */
        post: operations["postOrdersByIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/review-pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass the review 审单通过 */
        post: operations["postOrdersByIdReviewPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/set-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set facts 补充事实 */
        post: operations["postOrdersByIdSetFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/set-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the limit 核定时限 */
        post: operations["postOrdersByIdSetLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/set-position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the position 更正位置 */
        post: operations["postOrdersByIdSetPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slips of an order, and those the rulebook has for it 工单的通知单 */
        get: operations["getOrdersByIdSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A caller leaves the order for one of his own, whose clocks run as if it had always been there 拆分 */
        post: operations["postOrdersByIdSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/supervise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Supervise 督办 */
        post: operations["postOrdersByIdSupervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes a merge: the callers come back, the clocks go on as if nothing had been 撤销合并 */
        post: operations["postOrdersByIdUnmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many orders there are of each kind, up to a thousand 工单数 */
        get: operations["getOrdersCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a text may mean on the ground: premises, building, community, road, junction, district; twenty at most */
        get: operations["getPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roads and communities as lines and points, for a map without tiles */
        get: operations["getPlacesMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Premises, buildings, community and road nearest to a point, with metres */
        get: operations["getPlacesNearest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/premises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One premises with its account */
        get: operations["getPlacesPremisesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/premises/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The premises a desk has picked, the customer in full; written to the audit log 显示客户姓名与电话 */
        post: operations["postPlacesPremisesByIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Re-datings asked for, decided, applied and reverted, newest first 重新计时记录 */
        get: operations["getRedatings"];
        put?: never;
        /** Ask for open orders to be re-dated; another manager decides 申请重新计时 */
        post: operations["postRedatings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One re-dating 一项重新计时 */
        get: operations["getRedatingsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant, and apply at once, or refuse; never who asked 审批重新计时 */
        post: operations["postRedatingsByIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders a re-dating put under another version or calendar 重新计时所及的工单 */
        get: operations["getRedatingsByIdOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put orders still open back under the version they came from 撤销重新计时 */
        post: operations["postRedatingsByIdRevert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What another version or calendar would change in open orders; writes nothing 重新计时预览 */
        post: operations["postRedatingsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redatings/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions and holiday calendars open orders can be re-dated to 可换用的规则版本与放假安排 */
        get: operations["getRedatingsTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rulebook being taken over, and what is left to the utility 待确认事项 */
        get: operations["getRegulationsAdoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/adoption/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirms or changes what is left to the utility; what makes no sound rulebook is refused */
        put: operations["putRegulationsAdoptionAnswers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/adoption/base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chooses the rulebook to take over: a shipped one, or the files of a folder */
        put: operations["putRegulationsAdoptionBase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/adoption/rulebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The utility’s own rulebook as YAML, to be kept and continued */
        get: operations["getRegulationsAdoptionRulebook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/adoption/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses a rulebook sent as a zip file of its folder */
        post: operations["postRegulationsAdoptionZip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What makes a difference to the clocks of such a report: facts, milestones, planned times 试算所需 */
        get: operations["getRegulationsAsked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two rulebooks, in plain words 比较 */
        get: operations["getRegulationsComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every clause of the sources with its state, what executes it and what proves it 覆盖 */
        get: operations["getRegulationsCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/coverage/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clauses as a table 覆盖表（CSV） */
        get: operations["getRegulationsCoverageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rulebook in force today 现行规则 */
        get: operations["getRegulationsCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of the rulebook, those that go on first 草案 */
        get: operations["getRegulationsDrafts"];
        put?: never;
        /** Begin a draft from a version that is in force, kept or shipped 起草 */
        post: operations["postRegulationsDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft, with what it changes in plain words 一份草案 */
        get: operations["getRegulationsDraftsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, in force from a day, or return with the reason; never who wrote in it 批准草案 */
        post: operations["postRegulationsDraftsByIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change values or files of a draft; what makes no sound rulebook is refused whole 改草案 */
        put: operations["putRegulationsDraftsByIdEdits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open orders each difference of a draft touches, were they re-dated; writes nothing 影响的在办工单 */
        get: operations["getRegulationsDraftsByIdEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of an entry can be changed, with its article and words 草案的一条 */
        get: operations["getRegulationsDraftsByIdEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as its YAML, with that of the rulebooks it extends 导出草案 */
        get: operations["getRegulationsDraftsByIdFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a draft to a second person, with the reason 提交批准 */
        post: operations["postRegulationsDraftsByIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a draft up 撤回草案 */
        post: operations["postRegulationsDraftsByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/drafts/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a draft from the zip file of a rulebook’s folder; compared with the version named 上传草案 */
        post: operations["postRegulationsDraftsZip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/intake-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Elements a request needs before it is dispatched; null where the rulebook asks for none 工单要素 */
        get: operations["getRegulationsIntakeForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clocks that would run for such a report, each with its article and why; writes nothing 时限试算 */
        post: operations["postRegulationsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/rulebooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rulebooks to look at: versions kept and those that come with the platform, the one in force first 规章 */
        get: operations["getRegulationsRulebooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/rulebooks/{hash}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rulebook as the YAML it was written in, with that of those it extends 导出 */
        get: operations["getRegulationsRulebooksByHashFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rulebooks that come with the platform, to be taken over 随附规章 */
        get: operations["getRegulationsShipped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rulebook beside the text it rests on, clause by clause 规章浏览 */
        get: operations["getRegulationsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of the rulebook, and from which day it is in force 规则版本 */
        get: operations["getRegulationsVersions"];
        put?: never;
        /** Check a newer version and put it into force from a day; open orders keep theirs 施行新版 */
        post: operations["postRegulationsVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regulations/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words of the rulebook in force: events, channels, facts, milestones, limits 词汇 */
        get: operations["getRegulationsVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With whom the orders of a period lay, by responsible unit 时长归属统计 */
        get: operations["getReportsAttribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/attribution/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders behind a figure of the report, the longest first 统计数字背后的工单 */
        get: operations["getReportsAttributionOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics of the rulebook, and whether their targets are met 指标 */
        get: operations["getReportsMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/metrics/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders behind a metric, the latest first 指标背后的工单 */
        get: operations["getReportsMetricsOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complaints, criticism, exposure and praise by month, kind and source 投诉、批评、曝光、表扬统计 */
        get: operations["getReportsVoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/voices/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests behind a figure of the report, the newest first, 200 at most 统计数字背后的诉求 */
        get: operations["getReportsVoicesRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests, newest first */
        get: operations["getRequests"];
        put?: never;
        /** Receives a request and opens its order */
        post: operations["postRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request */
        get: operations["getRequestsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines a draft */
        post: operations["postRequestsByIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a request over to a colleague or a unit, with the reason 首问责任移交 */
        post: operations["postRequestsByIdHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Classifies a draft and opens its order */
        post: operations["postRequestsByIdOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a draft that needs no order, such as a letter of praise */
        post: operations["postRequestsByIdRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name and phone in full; recorded in the audit log */
        post: operations["postRequestsByIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller of a declined request has been told 已告知 */
        post: operations["postRequestsByIdTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Elements of the intake form as typed so far; writes nothing */
        post: operations["postRequestsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a request that is not about water or is the duty of another, with the explanation given */
        post: operations["postRequestsDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders likely about the same incident as what is being typed, with the reasons; writes nothing 疑似重复 */
        post: operations["postRequestsDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What this phone or these premises told before, and what became of it; writes nothing 重复诉求 */
        post: operations["postRequestsEarlier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers what needs no order, such as praise, with the thanks given 登记表扬 */
        post: operations["postRequestsRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Event, urgency, place and duty a message seems to tell of, with the words that say so; writes nothing */
        post: operations["postRequestsSuggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the lists, and whether they were reported in time and filed 名单变动 */
        get: operations["getRostersChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/changes/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files a change of the lists 备案 */
        post: operations["postRostersChangesFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/copy-week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans a week like the one before 复制上周 */
        post: operations["postRostersCopyWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers of my unit and mine, the latest first, and what I would hand over now 交接班 */
        get: operations["getRostersHandovers"];
        put?: never;
        /** Hands the shift over and signs 交班 */
        post: operations["postRostersHandovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/handovers/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the shift over and signs; then it stands 接班 */
        post: operations["postRostersHandoversTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Names a liaison or handler, or changes his number; the call centre is told 名单列入 */
        post: operations["postRostersLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/lists/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes somebody off a list; the call centre is told 名单撤下 */
        post: operations["postRostersListsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/on-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on duty now, the liaison and the handlers of each unit 在岗与名单 */
        get: operations["getRostersOnDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans a shift 排班 */
        post: operations["postRostersShifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/shifts/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a shift out of the plan 撤销班次 */
        post: operations["postRostersShiftsRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom, now and later 替班 */
        get: operations["getRostersStandIns"];
        put?: never;
        /** Somebody stands in for who is absent 替班 */
        post: operations["postRostersStandIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/stand-ins/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** He is back 结束替班 */
        post: operations["postRostersStandInsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts of a week 本周排班 */
        get: operations["getRostersWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the utility is arranged; an interrupted set-up goes on here 开通进度 */
        get: operations["getSetUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a utility and its first administrator; uses the link up 开通 */
        post: operations["post-set-up-begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the rulebook into force and ends the set-up; what is missing is named 完成开通 */
        post: operations["postSetUpFinish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is the set-up link still good 核对开通链接 */
        post: operations["post-set-up-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up/utility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name and region of the utility */
        put: operations["putSetUpUtility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who needs a second factor, and how many wrong tries lock an account 登录要求 */
        put: operations["putSignInPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the utility asks of those who sign in, and the provider they may sign in at 登录设置 */
        get: operations["getSignInSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slips to print, to serve, served, void; or the one a number names 通知单 */
        get: operations["getSlips"];
        put?: never;
        /** Write a slip: of an order, or of none 填写通知单 */
        post: operations["postSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slips the rulebook in force has, each with its fields and words 通知单种类 */
        get: operations["getSlipsKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slips as one PDF, a page each; that they were printed is written down 打印通知单 */
        get: operations["getSlipsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/served": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a slip was served: when, how, who signed; the order gets what the rulebook waits for 登记送达 */
        post: operations["postSlipsServed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A slip written by mistake is void; nothing is deleted 作废通知单 */
        post: operations["postSlipsVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues of the utility */
        get: operations["getStaff"];
        put?: never;
        /** Adds a member of staff, or changes the one of that username; without a password yet */
        post: operations["postStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** May sign in again 启用 */
        post: operations["postStaffByIdActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody signs in with it any more, and open sessions end 停用 */
        post: operations["postStaffByIdDeactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends one session of somebody, or all 强制下线 */
        post: operations["postStaffByIdEndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a password that has to be changed at the next sign-in; open sessions end 重置密码 */
        post: operations["postStaffByIdResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgets the second factor of somebody who has lost his phone; open sessions end 重置双因素 */
        post: operations["postStaffByIdResetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where somebody is signed in 登录情况 */
        get: operations["getStaffByIdSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/set-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The address by which the provider may know him 邮箱 */
        post: operations["postStaffByIdSetEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgets the account at the provider 解除统一身份认证关联 */
        post: operations["postStaffByIdUnlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts the lock after failed tries 解锁 */
        post: operations["postStaffByIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody, also who has left, with what stands about signing in 人员账号 */
        get: operations["getStaffAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives passwords that have to be changed at the next sign-in; open sessions end 设初始密码 */
        post: operations["postStaffPasswords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Commands a phone gave, in their order: each done once or listed with the reason 同步 */
        post: operations["postSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Things of the register, fifty a page, with how many there are of each kind 台账 */
        get: operations["getThings"];
        put?: never;
        /** Enters a thing into the register 登记 */
        post: operations["postThings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One thing of the register */
        get: operations["getThingsById"];
        /** Changes what is said: an absent property stays, an empty one is taken away 修改 */
        put: operations["putThingsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a thing is owed: the next of each duty, and the orders there were 职责 */
        get: operations["getThingsByIdDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The number of a certificate in full; written to the audit log 显示证照编号 */
        post: operations["postThingsByIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of things and the facts a rulebook knows of them, for forms 台账类别与属性 */
        get: operations["getThingsWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins an upload; its address is in the header Location 开始上传 */
        post: operations["postUploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives an upload up 放弃上传 */
        delete: operations["deleteUploadsById"];
        options?: never;
        /** How much has arrived: header Upload-Offset 已收到多少 */
        head: operations["headUploadsById"];
        /** Sends the next piece, from Upload-Offset on 续传 */
        patch: operations["patchUploadsById"];
        trace?: never;
    };
    "/api/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Utilities of this installation, for the sign-in page 供水企业 */
        get: operations["get-welcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            active: boolean;
            departmentId: string;
            departmentName: string;
            districts: string[];
            email: string | null;
            /** @description Wrong tries since the last good one */
            failures: number;
            hasPassword: boolean;
            /** @description To an account at the provider of the utility */
            linked: boolean;
            lockedUntil: string | null;
            mustChangePassword: boolean;
            name: string;
            phone: string | null;
            roleNames: string[];
            roles: string[];
            secondFactor: boolean;
            sessions: number;
            signedInAt: string | null;
            staffId: number;
            username: string;
        };
        Adoption: {
            base: {
                pack: string;
                source: string;
                uploaded: boolean;
                utility: string;
                version: string;
            } | null;
            hours: {
                days: number[];
                /** @enum {unknown} */
                holidays: "closed" | "open";
                open: string[];
                seasons: {
                    open: string[];
                    season: string;
                }[];
            } | null;
            hoursDecided: boolean;
            questions: {
                article: string;
                assumed: string | null;
                confirmed: boolean;
                editable: boolean;
                entry: string;
                field: string;
                key: string;
                /** @enum {unknown} */
                kind: "limit" | "document" | "assumed";
                quote: string;
                reading: string | null;
                section: string;
                value: string | null;
                words: string[];
            }[];
            units: {
                aliases: string[];
                id: string;
                name: string;
            }[];
        };
        AuditEntry: {
            action: string;
            actionName: string;
            at: string;
            by: string | null;
            detail: {
                [key: string]: unknown;
            };
            id: string;
            kind: ("command" | "reveal" | "sign-in" | "account" | "settings" | "refused") | null;
            object: string;
            objectName: string;
            orderId: number | null;
            orderNumber: string | null;
            staffId: number | null;
        };
        CallBack: {
            because: ("quiet" | "spacing" | "asked" | "tries" | "wrong-number") | null;
            callAt: string | null;
            callers: number;
            /** @description 已办结，规章仍要求回访 */
            closed: boolean;
            contactTimes: string | null;
            dueAt: string | null;
            event: string;
            eventName: string;
            number: string;
            orderId: number;
            phone: string | null;
            place: string;
            quiet: {
                article: string;
                from: number;
                quote: string;
                until: number;
            } | null;
            reporter: string | null;
            /** @description 诉求编号；没有来电人的为 0 */
            requestId: number;
            /** Format: date-time */
            since: string;
            /** @enum {unknown} */
            standing: "callable" | "later" | "no-contact" | "called" | "unreached";
            summary: string;
            takenBy: {
                name: string;
                staffId: number;
                /** Format: date-time */
                until: string;
            } | null;
            /** @description 本轮拨打记录 */
            tries: {
                /** Format: date-time */
                at: string;
                by: string | null;
                later: string | null;
                outcome: ("no-answer" | "busy" | "wrong-number" | "off" | "later") | null;
            }[];
            triesUsed: number;
            unit: string | null;
        };
        CallBackSettings: {
            address: string | null;
            changeHours: number;
            /** @description 以链接征求评价的来源渠道 */
            channels: string[];
            followUpHours: number;
            linkDays: number;
            /** @description 须整改回访的评价 */
            low: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied")[];
            quiet: {
                from: number;
                until: number;
            } | null;
            script: string | null;
            /** @description 两次拨打之间的分钟数 */
            spacing: number;
            tries: number;
        };
        CheckedElements: {
            elements: {
                article: string | null;
                id: string;
                message: string | null;
                name: string;
                ok: boolean;
                quote: string | null;
            }[];
            ready: boolean;
            /** @description 归属：按现在所知派给谁，还要问什么 */
            routing: {
                article: string;
                /** @description 还没有登记、会改变归属的事实 */
                asks: {
                    choices: {
                        id: string;
                        name: string;
                    }[];
                    fact: string;
                    name: string;
                    type: string;
                }[];
                /** @description 据以判断归属的事实 */
                because: {
                    fact: string;
                    name: string;
                    /** @description false: 无人登记，按规则的默认值 */
                    recorded: boolean;
                    value: string;
                }[];
                /** @description 规则原文 */
                reason: string;
                to: string;
                toName: string;
            }[];
        };
        ComingDuty: {
            article: string;
            dueAt: string | null;
            duty: string;
            every: string;
            name: string;
            /** Format: date-time */
            opensAt: string;
            quote: string;
        };
        Department: {
            id: string;
            /** @enum {unknown} */
            kind: "managing" | "call-centre" | "service" | "discipline";
            name: string;
            organizationId: string | null;
            parentId: string | null;
        };
        Device: {
            /** Format: date-time */
            contactAt: string;
            id: string;
            lostAt: string | null;
            lostBy: string | null;
            name: string;
            /** @description 最近一次联系时，服务器比手机时钟快的毫秒数 */
            offset: number;
            /** Format: date-time */
            registeredAt: string;
            staffId: number;
            staffName: string;
            wipedAt: string | null;
        };
        Difference: {
            article: string;
            /** @description 只有条款、引文、解读不同，规则相同 */
            cited: boolean;
            condition: string;
            entry: string;
            from: string;
            key: string;
            /** @enum {unknown} */
            kind: "added" | "dropped" | "changed" | "moved";
            name: string;
            section: string;
            text: string;
            to: string;
        };
        District: {
            id: string;
            name: string;
        };
        Duplicate: {
            callers: number;
            departmentName: string | null;
            eventName: string;
            number: string;
            /** @description 在办，可以并入 */
            open: boolean;
            orderId: number;
            place: string;
            reasons: string[];
            /** Format: date-time */
            receivedAt: string;
            /** @description 0 至 1 */
            score: number;
            state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
            stateName: string;
            strong: boolean;
            summary: string;
            version: number;
        };
        DutyOrder: {
            article: string;
            doneAt: string | null;
            dueAt: string | null;
            duty: string;
            every: string;
            givenUpAt: string | null;
            late: boolean;
            /** Format: date-time */
            madeAt: string;
            name: string;
            number: string;
            orderId: number;
            quote: string;
            state: string;
        };
        EarlierContacts: {
            /** @description 这些天里同一电话或同一用水地址的诉求 */
            count: number;
            /** @description 往前看的天数 */
            days: number;
            /** @description 新的在前 */
            items: {
                content: string;
                daysAgo: number;
                declinedReason: ("irrelevant" | "outside-duty") | null;
                eventName: string | null;
                explanation: string | null;
                /** @enum {unknown} */
                fate: "waiting" | "declined" | "registered" | "running" | "late" | "kept" | "kept-late" | "cancelled";
                handedTo: string | null;
                orderId: number | null;
                orderNumber: string | null;
                place: string;
                receivedAt: string;
                requestId: number;
                sameMatter: boolean;
                samePhone: boolean;
                samePremises: boolean;
                stateName: string | null;
                toldAt: string | null;
            }[];
            /** @description 其中有同一事项的 */
            repeat: boolean;
        };
        FollowUp: {
            /** Format: date-time */
            dueAt: string;
            eventName: string;
            number: string;
            /** Format: date-time */
            openedAt: string;
            orderId: number;
            owner: string | null;
            ownerId: number | null;
            place: string;
            /**
             * @description 好差评
             * @enum {unknown}
             */
            rating: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied";
            reason: string | null;
            /** @description 诉求编号；没有来电人的为 0 */
            requestId: number;
            settledAt: string | null;
            settlement: ("reopened" | "explained" | "better") | null;
            state: string;
            unit: string | null;
            words: string;
        };
        Handover: {
            departmentId: string;
            departmentName: string;
            /** Format: date-time */
            givenAt: string;
            giverId: number;
            giverName: string;
            handoverId: number;
            /** @description Orders that are elsewhere by now; what is sealed is not counted */
            hidden: number;
            /** @description It reads as it did when it was signed: its sha256 was computed again */
            intact: boolean;
            matters: {
                dueAt: string | null;
                dueState: string | null;
                event: string;
                number: string;
                orderId: number;
                place: string;
                state: string;
                urgent: boolean;
            }[];
            note: string;
            sha256: string;
            takenAt: string | null;
            takerId: number;
            takerName: string;
            takerNote: string | null;
        };
        Import: {
            bytes: number;
            counts: {
                [key: string]: number;
            };
            createdAt: string;
            createdBy: string | null;
            dry: boolean;
            errors: boolean;
            fileName: string;
            finishedAt: string | null;
            importId: string;
            kind: string;
            kindName: string;
            message: string | null;
            mine: boolean;
            progress: number;
            resumable: boolean;
            rows: number;
            setup: {
                columns: {
                    [key: string]: number;
                };
                encoding: string | null;
                format: string | null;
                head: {
                    cells: string[];
                    line: number;
                }[];
                header: string[];
                headerLine: number | null;
                missing: string[];
                options: {
                    [key: string]: string;
                };
                sheet: string | null;
                sheets: string[];
            };
            startedAt: string | null;
            /** @enum {unknown} */
            state: "ready" | "running" | "done" | "cancelled" | "failed";
        };
        ImportedRow: {
            code: string | null;
            faults: {
                code: string;
                column: string | null;
                message: string;
            }[];
            line: number;
            message: string;
            orderNumber: string | null;
            outcome: string;
            requestId: number | null;
            sourceRef: string | null;
        };
        ImportKind: {
            columns: {
                id: string;
                name: string;
                needed: boolean;
            }[];
            id: string;
            name: string;
            options: {
                [key: string]: string;
            };
            outcomes: string[];
        };
        ListChange: {
            /** Format: date-time */
            at: string;
            changeId: number;
            /** @enum {unknown} */
            deed: "added" | "ended";
            departmentId: string;
            departmentName: string;
            /** @enum {unknown} */
            duty: "liaison" | "handler";
            filedAt: string | null;
            filedBy: string | null;
            /** @description Reported later than the rulebook allows */
            late: boolean;
            name: string;
            phone: string;
            reason: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string;
        };
        Me: {
            departmentId: string;
            departmentName: string;
            districts: string[];
            /** @description What I have to do before anything else */
            due: ("password" | "second-factor") | null;
            name: string;
            /** @description I have one; who comes by the provider needs none */
            password: boolean;
            permissions: {
                [key: string]: string;
            };
            roleNames: string[];
            roles: string[];
            /** @description I have one set up */
            secondFactor: boolean;
            staffId: number;
            username: string;
            utility: {
                code: string;
                name: string;
                /** @description Its administrator is still arranging it 开通中 */
                settingUp: boolean;
            };
        };
        Metric: {
            article: string;
            assumed: string[];
            denominator: string;
            /** @description 统计期已过 */
            finished: boolean;
            /** Format: date-time */
            from: string;
            id: string;
            index: number;
            kind: "in-time" | "share" | "mean" | "p90" | "ratio";
            met: boolean | null;
            name: string;
            numerator: string;
            per: "month" | "quarter" | "half-year" | "year";
            period: string;
            quote: string;
            reading?: string;
            /** @description 统计期已过而未达成时，规章规定的考核 */
            remedies: components["schemas"]["Remedy"][];
            target: string | null;
            text: string;
            unit: string;
            /** @description 没有登记有关事实、不计入的 */
            unknown: number;
            /** Format: date-time */
            until: string;
            value: string | null;
        };
        NearestPlaces: {
            buildings: {
                communityId: number;
                /** @description Metres */
                distance: number;
                lat: number;
                lon: number;
                name: string;
            }[];
            community: {
                communityId: number;
                /** @description Metres */
                distance: number;
                districtId: string;
                name: string;
                road: string;
            } | null;
            premises: {
                /** @description Metres */
                distance: number;
                premises: components["schemas"]["RegisteredPremises"];
            }[];
            road: {
                /** @description Metres */
                distance: number;
                districtId: string;
                name: string;
                roadId: number;
            } | null;
        };
        NewRequest: {
            channel: string;
            communityId?: number;
            contactTimes?: string;
            content: string;
            districtId?: string;
            event: string;
            facts?: {
                [key: string]: boolean | number | string | string[];
            };
            form?: {
                [key: string]: unknown;
            };
            joinOrderId?: number;
            lat?: number;
            lon?: number;
            phone?: string;
            place?: string;
            premisesId?: number;
            receivedAt?: string;
            reporter?: string;
            roadIds?: number[];
            source?: string;
            sourceRef?: string;
            urgent?: boolean;
        };
        PlaceCandidate: {
            communityId: number | null;
            districtId: string | null;
            districtName: string | null;
            /** @description The point is of this very place, not of the road or community it stands in */
            exact: boolean;
            id: string;
            /** @enum {unknown} */
            kind: "premises" | "building" | "community" | "junction" | "road" | "district";
            kindName: string;
            lat: number | null;
            lon: number | null;
            name: string;
            premises: components["schemas"]["RegisteredPremises"] | null;
            premisesId: number | null;
            reasons: {
                text: string;
                why: string;
            }[];
            roadIds: number[];
            score: number;
        };
        PlacesMap: {
            communities: {
                communityId: number;
                lat: number;
                lon: number;
                name: string;
            }[];
            roads: {
                /** @description lon, lat, lon, lat … */
                line: number[];
                name: string;
                roadId: number;
            }[];
        };
        Present: {
            departmentName: string;
            /** @enum {unknown} */
            doing: "viewing" | "acting";
            name: string;
            /** Format: date-time */
            since: string;
            staffId: number;
            /**
             * Format: date-time
             * @description Not there any more from then on, unless said again
             */
            until: string;
        };
        Problem: {
            /** @description article of the rulebook that asks for it */
            article?: string;
            /** @description stable, language-neutral */
            code: string;
            /** @description in the language of Accept-Language (zh-CN, en) */
            detail: string;
            fields?: {
                code: string;
                message: string;
                path: string;
            }[];
            instance: string;
            params?: {
                [key: string]: unknown;
            };
            quote?: string;
            status: number;
            title: string;
            /** @example urn:gongshui:order-changed */
            type: string;
        };
        Received: {
            order: {
                id: number;
                number: string;
            };
            request: components["schemas"]["Request"];
        };
        RegisteredPremises: {
            accountNumber: string;
            address: string;
            community: string;
            communityId: number;
            /** @enum {unknown} */
            customerKind: "resident" | "organisation";
            customerName: string;
            customerPhone: string | null;
            districtId: string;
            lat: number | null;
            lon: number | null;
            meterDn: number;
            premisesId: number;
            /** @enum {unknown} */
            supply: "direct" | "secondary";
        };
        Remedy: {
            article: string;
            asks: string[];
            assumed: string[];
            capped: boolean;
            clock: {
                id: string;
                name: string;
                state: string;
            } | null;
            /** @description 由哪个节点起；空为条件成立时 */
            fromName: string;
            give: string;
            id: string;
            maxFen: number | null;
            minFen: number | null;
            /** @description 数额或内容要由审批单位决定 */
            open: boolean;
            quote: string;
            reading?: string;
            /** Format: date-time */
            since: string;
            steps: {
                id: string;
                name: string;
            }[];
            times: number;
            to: {
                id: string;
                name: string;
            }[];
            until: string | null;
        };
        Request: {
            channel: string;
            channelName: string;
            contactTimes: string | null;
            content: string;
            declinedAt: string | null;
            declinedBy: string | null;
            declinedReason: ("irrelevant" | "outside-duty") | null;
            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
            earlier: number;
            event: string | null;
            eventName: string | null;
            explanation: string | null;
            handedTo: string | null;
            id: number;
            orderId: number | null;
            /** @enum {unknown} */
            outcome: "draft" | "open" | "declined" | "registered";
            /** @description 首问责任人，或承接的单位 */
            owner: string | null;
            ownerId: number | null;
            ownerUnit: string | null;
            phone: string | null;
            pin: {
                lat: number;
                lon: number;
            } | null;
            place: string;
            premisesId: number | null;
            receivedAt: string;
            registeredAt: string | null;
            registeredBy: string | null;
            repeatOf: number | null;
            reporter: string | null;
            sourceRef: string | null;
            toldAt: string | null;
            urgent: boolean;
        };
        ResolvedPlace: {
            candidates: components["schemas"]["PlaceCandidate"][];
            /** @description As far as words can tell, the first is meant */
            confident: boolean;
        };
        RulebookDraft: {
            author: string;
            base: {
                hash: string;
                pack: string;
                utility: string;
                version: string;
            };
            baseHash: string;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            decidedAt: string | null;
            decidedBy: string | null;
            differences: components["schemas"]["Difference"][];
            /**
             * Format: date
             * @description 可以施行的第一天
             */
            earliest: string;
            effective: string;
            entries: {
                article: string;
                changed: boolean;
                entry: string;
                name: string;
                section: string;
                sectionName: string;
            }[];
            /** @description 草案自己的文件；沿用的不在内 */
            files: {
                path: string;
                text: string;
            }[];
            fromDay: string | null;
            hash: string | null;
            id: number;
            /** @description 本人写过；批准须由没有写过的人 */
            mine: boolean;
            note: string | null;
            pack: string;
            reason: string | null;
            revision: number;
            sections: {
                count: number;
                name: string;
                section: string;
            }[];
            /** @enum {unknown} */
            state: "drafting" | "submitted" | "returned" | "approved" | "withdrawn";
            submittedAt: string | null;
            submittedBy: string | null;
            title: string;
            version: string;
        };
        Session: {
            address: string | null;
            /** @description What the browser calls itself */
            agent: string | null;
            /** @description The session that asks */
            here: boolean;
            id: string;
            since: string;
            until: string;
            /** @enum {unknown} */
            via: "password" | "oidc";
        };
        SetUp: {
            settingUp: boolean;
            steps: {
                /** @description What there is; of limits: what is still open */
                count: number;
                done: boolean;
                missing: string[];
                /** @enum {unknown} */
                step: "units" | "districts" | "staff" | "rulebook" | "limits" | "hours";
            }[];
            utility: {
                code: string;
                name: string;
                region: string;
            };
        };
        SheetPart: {
            article: string;
            facts: {
                [key: string]: string;
            };
            id: string;
            items: {
                asks: {
                    fact: string;
                    kind: "number" | "time" | "text";
                }[];
                index: number;
                level: "must" | "should" | "may" | "must-not";
                seen: ("yes" | "no" | "not-here") | null;
                text: string;
                verdict: "met" | "not-met" | "wanting" | "to-look" | "not-here";
            }[];
            note: string;
            quote: string;
            reading?: string;
        };
        Shift: {
            departmentId: string;
            /** Format: date-time */
            endsAt: string;
            name: string;
            note: string;
            shiftId: number;
            staffId: number;
            /** Format: date-time */
            startsAt: string;
        };
        Slip: {
            article: string;
            attachmentId: string | null;
            id: number;
            kind: string;
            manner: ("handed" | "posted" | "left" | "mailed") | null;
            /** @description 送达时在工单登记的节点；空为没有 */
            milestone: string;
            name: string;
            number: string;
            orderId: number | null;
            orderNumber: string | null;
            printedAt: string | null;
            proof: string | null;
            receiver: string;
            servedAt: string | null;
            servedBy: string | null;
            state: "to-print" | "to-serve" | "served" | "void";
            /** @description 客户姓名，已遮盖 */
            to: string;
            voidAt: string | null;
            voidReason: string;
            /** Format: date-time */
            writtenAt: string;
            writtenBy: string;
        };
        SlipKind: {
            article: string;
            assumed: string[];
            clauses: string[];
            fields: {
                id: string;
                name: string;
                value: string;
            }[];
            kind: string;
            name: string;
            quote: string;
            text: string;
        };
        Staff: {
            departmentId: string;
            departmentName: string;
            districts: string[];
            name: string;
            roleNames: string[];
            roles: string[];
            staffId: number;
            username: string;
        };
        StandIn: {
            absent: {
                name: string;
                staffId: number;
            };
            departmentId: string;
            deputy: {
                name: string;
                staffId: number;
            };
            /** Format: date-time */
            from: string;
            now: boolean;
            reason: string;
            standInId: number;
            /** Format: date-time */
            until: string;
        };
        Suggestion: {
            events: {
                /** @description The child the words name, else the top-level event */
                id: string;
                name: string;
                reasons: {
                    text: string;
                    /** @enum {unknown} */
                    where: "subject" | "body";
                    word: string;
                }[];
                score: number;
            }[];
            outsideDuty: {
                reasons: {
                    text: string;
                    /** @enum {unknown} */
                    where: "subject" | "body";
                    word: string;
                }[];
                value: boolean;
            };
            place: {
                reasons: {
                    text: string;
                    /** @enum {unknown} */
                    where: "subject" | "body";
                    word: string;
                }[];
                words: string;
            } | null;
            relevant: {
                reasons: {
                    text: string;
                    /** @enum {unknown} */
                    where: "subject" | "body";
                    word: string;
                }[];
                value: boolean;
            };
            second: string | null;
            urgent: {
                reasons: {
                    text: string;
                    /** @enum {unknown} */
                    where: "subject" | "body";
                    word: string;
                }[];
                value: boolean;
            };
        };
        Thing: {
            /** @description Of what belongs to a person, masked */
            code: string;
            departmentId: string | null;
            district: string | null;
            districtId: string | null;
            endedOn: string | null;
            expiresOn: string | null;
            facts: {
                fact: string;
                name: string;
                shown: string;
                value: string;
            }[];
            kind: string;
            kindName: string;
            lastDone: string | null;
            name: string;
            person: string | null;
            place: string;
            since: string;
            staffId: number | null;
            thingId: number;
            unit: string | null;
        };
        UnitOnDuty: {
            departmentId: string;
            kind: string;
            listed: {
                /** @enum {unknown} */
                duty: "liaison" | "handler";
                /** Format: date-time */
                from: string;
                listedId: number;
                name: string;
                phone: string;
                staffId: number;
            }[];
            name: string;
            onDuty: {
                insteadOf: string | null;
                name: string;
                staffId: number;
                /** Format: date-time */
                until: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAttachmentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttachmentsByIdPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                kind?: "command" | "reveal" | "sign-in" | "account" | "settings" | "refused";
                limit?: number;
                order?: string;
                staff?: number;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                from?: string;
                kind?: "command" | "reveal" | "sign-in" | "account" | "settings" | "refused";
                order?: string;
                staff?: number;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-auth-oidc-callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-auth-oidc-start": {
        parameters: {
            query: {
                utility: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    /** @description Absent: as it was; empty: none */
                    clientSecret?: string;
                    enabled: boolean;
                    issuer: string;
                    /** @enum {unknown} */
                    match: "none" | "email" | "username";
                    name: string;
                    /** @description It asks for a second factor itself */
                    secondFactor: boolean;
                    usernameClaim?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-second-factor-confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-second-factor-enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent: he has none 没有密码 */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each good for one sign-in 恢复码 */
                        recoveryCodes: string[];
                        secret: string;
                        /** @description otpauth://, for a QR code */
                        uri: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-second-factor-recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent: he has none 没有密码 */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each good for one sign-in 恢复码 */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-second-factor-remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent: he has none 没有密码 */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-sign-in-username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    rememberMe?: boolean;
                    username: string;
                    /** @description Code of the utility; needed where several have that username 供水企业 */
                    utility?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A code is still needed: /api/auth/second-factor */
                        secondFactor?: boolean;
                        /** @description “Authorization: Bearer <token>” does the same as the cookie that is set */
                        token?: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-auth-sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedOut: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-auth-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            name: string;
                            url: string;
                            utility: string;
                            utilityName: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBacktests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description null：各工单当时所依的规则 */
                            baseline: {
                                hash: string;
                                pack: string;
                                utility: string;
                                version: string;
                            } | null;
                            by: string;
                            candidate: {
                                hash: string;
                                pack: string;
                                utility: string;
                                version: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            done: number;
                            finishedAt: string | null;
                            /** Format: date */
                            from: string;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            problem: string | null;
                            state: "running" | "done" | "cancelled" | "failed";
                            /** @description 期间工单；null：还没有数 */
                            total: number | null;
                            /**
                             * Format: date
                             * @description 含当日
                             */
                            until: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBacktests: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 与之比较的规则；不填：各工单当时所依的规则 */
                    baseline?: string;
                    /** @description 对比的规则，按内容标识（GET /api/regulations/rulebooks） */
                    candidate: string;
                    /** @description 自何日；不填：一年前 */
                    from?: string;
                    /** @description 至何日，含当日；不填：今天 */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null：各工单当时所依的规则 */
                        baseline: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        } | null;
                        by: string;
                        candidate: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        done: number;
                        finishedAt: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: uuid */
                        id: string;
                        mine: boolean;
                        outcome: {
                            asks: {
                                after: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                                before: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                            };
                            cells: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                departmentId: string | null;
                                departmentName: string | null;
                                section: string;
                            }[];
                            changed: {
                                "to-in-time": number;
                                "to-late": number;
                            };
                            departments: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                departmentId: string | null;
                                departmentName: string | null;
                            }[];
                            incomparable: {
                                article: string;
                                clock: string;
                                name: string;
                                reason: "stop" | "unit" | "start";
                                runs: number;
                                section: string;
                                wanted: string[];
                            }[];
                            late: {
                                after: number;
                                before: number;
                            };
                            lostGrants: number;
                            /** Format: date-time */
                            now: string;
                            orders: number;
                            rules: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                named: {
                                    after: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                    before: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                };
                                section: string;
                            }[];
                            samples: {
                                "to-in-time": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                                "to-late": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                            };
                            total: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                            };
                            unclear: number;
                            under: {
                                hash: string;
                                orders: number;
                                pack: string;
                                version: string;
                            }[];
                            unknownEvents: {
                                event: string;
                                name: string;
                                orders: number;
                            }[];
                        } | null;
                        problem: string | null;
                        state: "running" | "done" | "cancelled" | "failed";
                        /** @description 期间工单；null：还没有数 */
                        total: number | null;
                        /**
                         * Format: date
                         * @description 含当日
                         */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBacktestsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null：各工单当时所依的规则 */
                        baseline: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        } | null;
                        by: string;
                        candidate: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        done: number;
                        finishedAt: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: uuid */
                        id: string;
                        mine: boolean;
                        outcome: {
                            asks: {
                                after: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                                before: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                            };
                            cells: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                departmentId: string | null;
                                departmentName: string | null;
                                section: string;
                            }[];
                            changed: {
                                "to-in-time": number;
                                "to-late": number;
                            };
                            departments: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                departmentId: string | null;
                                departmentName: string | null;
                            }[];
                            incomparable: {
                                article: string;
                                clock: string;
                                name: string;
                                reason: "stop" | "unit" | "start";
                                runs: number;
                                section: string;
                                wanted: string[];
                            }[];
                            late: {
                                after: number;
                                before: number;
                            };
                            lostGrants: number;
                            /** Format: date-time */
                            now: string;
                            orders: number;
                            rules: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                named: {
                                    after: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                    before: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                };
                                section: string;
                            }[];
                            samples: {
                                "to-in-time": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                                "to-late": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                            };
                            total: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                            };
                            unclear: number;
                            under: {
                                hash: string;
                                orders: number;
                                pack: string;
                                version: string;
                            }[];
                            unknownEvents: {
                                event: string;
                                name: string;
                                orders: number;
                            }[];
                        } | null;
                        problem: string | null;
                        state: "running" | "done" | "cancelled" | "failed";
                        /** @description 期间工单；null：还没有数 */
                        total: number | null;
                        /**
                         * Format: date
                         * @description 含当日
                         */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBacktestsByIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null：各工单当时所依的规则 */
                        baseline: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        } | null;
                        by: string;
                        candidate: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        done: number;
                        finishedAt: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: uuid */
                        id: string;
                        mine: boolean;
                        outcome: {
                            asks: {
                                after: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                                before: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                            };
                            cells: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                departmentId: string | null;
                                departmentName: string | null;
                                section: string;
                            }[];
                            changed: {
                                "to-in-time": number;
                                "to-late": number;
                            };
                            departments: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                departmentId: string | null;
                                departmentName: string | null;
                            }[];
                            incomparable: {
                                article: string;
                                clock: string;
                                name: string;
                                reason: "stop" | "unit" | "start";
                                runs: number;
                                section: string;
                                wanted: string[];
                            }[];
                            late: {
                                after: number;
                                before: number;
                            };
                            lostGrants: number;
                            /** Format: date-time */
                            now: string;
                            orders: number;
                            rules: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                named: {
                                    after: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                    before: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                };
                                section: string;
                            }[];
                            samples: {
                                "to-in-time": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                                "to-late": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                            };
                            total: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                            };
                            unclear: number;
                            under: {
                                hash: string;
                                orders: number;
                                pack: string;
                                version: string;
                            }[];
                            unknownEvents: {
                                event: string;
                                name: string;
                                orders: number;
                            }[];
                        } | null;
                        problem: string | null;
                        state: "running" | "done" | "cancelled" | "failed";
                        /** @description 期间工单；null：还没有数 */
                        total: number | null;
                        /**
                         * Format: date
                         * @description 含当日
                         */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBacktestsByIdFile: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBacktestsByIdRepeat: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null：各工单当时所依的规则 */
                        baseline: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        } | null;
                        by: string;
                        candidate: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        done: number;
                        finishedAt: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: uuid */
                        id: string;
                        mine: boolean;
                        outcome: {
                            asks: {
                                after: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                                before: {
                                    fact: string;
                                    name: string;
                                    runs: number;
                                }[];
                            };
                            cells: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                departmentId: string | null;
                                departmentName: string | null;
                                section: string;
                            }[];
                            changed: {
                                "to-in-time": number;
                                "to-late": number;
                            };
                            departments: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                departmentId: string | null;
                                departmentName: string | null;
                            }[];
                            incomparable: {
                                article: string;
                                clock: string;
                                name: string;
                                reason: "stop" | "unit" | "start";
                                runs: number;
                                section: string;
                                wanted: string[];
                            }[];
                            late: {
                                after: number;
                                before: number;
                            };
                            lostGrants: number;
                            /** Format: date-time */
                            now: string;
                            orders: number;
                            rules: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                clock: string;
                                named: {
                                    after: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                    before: {
                                        article: string;
                                        limits: string[];
                                        name: string;
                                    } | null;
                                };
                                section: string;
                            }[];
                            samples: {
                                "to-in-time": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                                "to-late": {
                                    /** @description 只在一侧超时的时限 */
                                    clocks: string[];
                                    id: number;
                                    number: string;
                                    place: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                }[];
                            };
                            total: {
                                after: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                                before: {
                                    counts: {
                                        ended: number;
                                        "in-time": number;
                                        incomparable: number;
                                        late: number;
                                        open: number;
                                        undecided: number;
                                        unlimited: number;
                                    };
                                    /** @description 办结用去的时限，百分之几，中位数 */
                                    used50: number | null;
                                    used90: number | null;
                                } | null;
                            };
                            unclear: number;
                            under: {
                                hash: string;
                                orders: number;
                                pack: string;
                                version: string;
                            }[];
                            unknownEvents: {
                                event: string;
                                name: string;
                                orders: number;
                            }[];
                        } | null;
                        problem: string | null;
                        state: "running" | "done" | "cancelled" | "failed";
                        /** @description 期间工单；null：还没有数 */
                        total: number | null;
                        /**
                         * Format: date
                         * @description 含当日
                         */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallBacks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calls: components["schemas"]["CallBack"][];
                        tries: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCallBacksByIdEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean;
                    };
                    /** Format: date-time */
                    later?: string;
                    next: ("close" | "reopen") | null;
                    note?: string;
                    /**
                     * @description 未接通的缘由
                     * @enum {unknown}
                     */
                    outcome?: "no-answer" | "busy" | "wrong-number" | "off" | "later";
                    /**
                     * @description 好差评
                     * @enum {unknown}
                     */
                    rating?: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied";
                    reached: boolean;
                    /** @description 重办的事由 */
                    reason?: string;
                    /** @description 诉求编号；没有来电人的为 0 */
                    requestId: number;
                    solved?: boolean;
                    /** @description 所见工单的版本 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCallBacksByIdFollowUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    /** @description 诉求编号；没有来电人的为 0 */
                    requestId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCallBacksByIdLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 诉求编号；没有来电人的为 0 */
                    requestId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        left: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCallBacksByIdTake: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 诉求编号；没有来电人的为 0 */
                    requestId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phone: string | null;
                        reporter: string | null;
                        script: {
                            article: string | null;
                            quote: string | null;
                            text: string;
                        };
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallBacksFollowUps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallBacksSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackSettings"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCallBacksSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBackSettings"];
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackSettings"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChecklists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            checklists: number;
                            id: string;
                            items: number;
                            name: string;
                        }[];
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        } | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChecklistsByKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            met: number;
                            "not-here": number;
                            "not-met": number;
                            "to-look": number;
                            wanting: number;
                        };
                        kind: string;
                        name: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        parts: components["schemas"]["SheetPart"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo: boolean;
                        /** @description Of all of them; only in the demonstration */
                        password?: string;
                        signIns: {
                            departmentName: string;
                            name: string;
                            role: string;
                            roleName: string;
                            username: string;
                        }[];
                        /** @description Name of the fictional utility */
                        utility: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDepartments: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    name: string;
                    parent?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        outcome: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDepartmentsById: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind?: string;
                    name?: string;
                    organizationId?: string | null;
                    parentId?: string | null;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        outcome: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDistricts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["District"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDistricts: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        outcome: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDistrictsById: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        outcome: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDutiesNext: {
        parameters: {
            query: {
                things: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            dueAt: string | null;
                            orderId: number | null;
                            thingId: number;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bytes: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            fileName: string;
                            format: "xlsx" | "csv";
                            id: string;
                            list: string;
                            listName: string;
                            people: boolean;
                            /** @description 没有文件可取的原因 */
                            reason: string | null;
                            rows: number | null;
                            state: "running" | "done" | "cancelled" | "failed" | "expired";
                            written: number;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postExports: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    columns: string[];
                    format: "xlsx" | "csv";
                    list: string;
                    /** @description 姓名和电话不隐去；需要有权查看 */
                    people?: boolean;
                    query: {
                        [key: string]: string | number | boolean;
                    };
                    sort?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileName: string;
                        format: "xlsx" | "csv";
                        id: string;
                        list: string;
                        listName: string;
                        people: boolean;
                        /** @description 没有文件可取的原因 */
                        reason: string | null;
                        rows: number | null;
                        state: "running" | "done" | "cancelled" | "failed" | "expired";
                        written: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileName: string;
                        format: "xlsx" | "csv";
                        id: string;
                        list: string;
                        listName: string;
                        people: boolean;
                        /** @description 没有文件可取的原因 */
                        reason: string | null;
                        rows: number | null;
                        state: "running" | "done" | "cancelled" | "failed" | "expired";
                        written: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postExportsByIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileName: string;
                        format: "xlsx" | "csv";
                        id: string;
                        list: string;
                        listName: string;
                        people: boolean;
                        /** @description 没有文件可取的原因 */
                        reason: string | null;
                        rows: number | null;
                        state: "running" | "done" | "cancelled" | "failed" | "expired";
                        written: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsByIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postExportsByIdResume: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileName: string;
                        format: "xlsx" | "csv";
                        id: string;
                        list: string;
                        listName: string;
                        people: boolean;
                        /** @description 没有文件可取的原因 */
                        reason: string | null;
                        rows: number | null;
                        state: "running" | "done" | "cancelled" | "failed" | "expired";
                        written: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getField: {
        parameters: {
            query: {
                device: string;
                have?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 本单位可移交的人员 */
                        colleagues: {
                            /** @description 证照 */
                            certificates: {
                                [key: string]: unknown;
                            }[];
                            name: string;
                            staffId: number;
                        }[];
                        me: {
                            departmentId: string;
                            departmentName: string;
                            districts: string[];
                            name: string;
                            permissions: {
                                [key: string]: string;
                            };
                            staffId: number;
                        };
                        orders: {
                            book: string;
                            callers: {
                                contactTimes: string | null;
                                phone: string | null;
                                reporter: string | null;
                                requestId: number;
                            }[];
                            /** @description 时限 */
                            clocks: {
                                [key: string]: unknown;
                            }[];
                            /** @description 工单的事件 */
                            log: {
                                [key: string]: unknown;
                            }[];
                            placed: {
                                [key: string]: unknown;
                            };
                            view: {
                                allowed: {
                                    article?: string;
                                    command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                                    enabled: boolean;
                                    form?: {
                                        article: string;
                                        fields: {
                                            id: string;
                                            name: string;
                                            required: boolean;
                                            type: "text" | "yes-no" | "number" | "choice";
                                            value?: string | number | boolean | string[] | null;
                                        }[];
                                        id: string;
                                        name: string;
                                        quote: string;
                                    };
                                    key?: string;
                                    milestones?: {
                                        form?: {
                                            article: string;
                                            fields: {
                                                id: string;
                                                name: string;
                                                required: boolean;
                                                type: "text" | "yes-no" | "number" | "choice";
                                                value?: string | number | boolean | string[] | null;
                                            }[];
                                            id: string;
                                            name: string;
                                            quote: string;
                                        };
                                        id: string;
                                        name: string;
                                        own?: boolean;
                                    }[];
                                    name: string;
                                    primary: boolean;
                                    reason?: string;
                                }[];
                                asks: {
                                    article?: string;
                                    /** Format: date-time */
                                    askedAt: string;
                                    askedBy: string;
                                    basis: string;
                                    decidedAt: string | null;
                                    decidedBy: string | null;
                                    decision: string | null;
                                    entry: string | null;
                                    from: string | null;
                                    id: number;
                                    kind: "return" | "extension" | "pause";
                                    note: string | null;
                                    reason: string;
                                    until: string | null;
                                }[];
                                attachments: {
                                    by: string;
                                    bytes: number;
                                    id: string;
                                    mediaType: string;
                                    name: string;
                                    preview: string | null;
                                    /** Format: date-time */
                                    recordedAt: string;
                                    takenAt: string | null;
                                    url: string;
                                }[];
                                /** @description 来电人数 */
                                callers: number;
                                channel: string;
                                clocks: {
                                    article: string;
                                    asks: string[];
                                    assumed: string[];
                                    breachedAt: string | null;
                                    breachRecordedAt: string | null;
                                    clauses: string[];
                                    departmentId: string | null;
                                    departmentName: string | null;
                                    dueAt: string | null;
                                    from: string;
                                    fromName: string;
                                    id: string;
                                    limit: string;
                                    limitText: string;
                                    name: string;
                                    on: "order" | "request";
                                    pauses: {
                                        /** Format: date-time */
                                        from: string;
                                        until: string | null;
                                    }[];
                                    provisional: boolean;
                                    quote: string;
                                    reading?: string;
                                    requestId: number | null;
                                    run: number;
                                    section: string;
                                    /** Format: date-time */
                                    startAt: string;
                                    state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                                    stoppedAt: string | null;
                                    until: string[];
                                    untilNames: string[];
                                    warnAt: string | null;
                                    why: {
                                        detail: string;
                                        label: string;
                                        value: string;
                                    }[];
                                    whyText: string;
                                    withdrawnAt: string | null;
                                }[];
                                closedAt: string | null;
                                content: string;
                                /** Format: date-time */
                                createdAt: string;
                                departmentId: string | null;
                                departmentName: string | null;
                                districtId: string | null;
                                due: {
                                    clock: string;
                                    dueAt: string | null;
                                    name: string;
                                    pauses: {
                                        /** Format: date-time */
                                        from: string;
                                        until: string | null;
                                    }[];
                                    /** Format: date-time */
                                    startAt: string;
                                    state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                                    warnAt: string | null;
                                } | null;
                                event: string;
                                eventName: string;
                                facts: {
                                    [key: string]: string | number | boolean | string[] | null;
                                };
                                handlerId: number | null;
                                handlerName: string | null;
                                id: number;
                                lateCount: number;
                                merged: {
                                    /** Format: date-time */
                                    at: string;
                                    id: number;
                                    number: string;
                                }[];
                                mergedInto: {
                                    id: number;
                                    number: string;
                                } | null;
                                /** Format: date-time */
                                now: string;
                                /** @description 工单号 20261118-0417 */
                                number: string;
                                pack: {
                                    hash: string;
                                    id: string;
                                    utility: string;
                                    version: string;
                                };
                                place: string;
                                position: {
                                    /**
                                     * @description person: somebody set the pin; register: the point of the premises, community or road
                                     * @enum {unknown}
                                     */
                                    by: "register" | "person";
                                    lat: number;
                                    lon: number;
                                } | null;
                                premises: {
                                    accountNumber: string;
                                    address: string;
                                    community: string;
                                    customerName: string;
                                    customerPhone: string | null;
                                    id: number;
                                    meterDn: number;
                                    recentRequests: number;
                                    supply: string;
                                } | null;
                                /** Format: date-time */
                                receivedAt: string;
                                /** @description 重复诉求：来电人此前反映过同一事项 */
                                repeat: boolean;
                                requests: {
                                    calledBackAt: string | null;
                                    channel: string;
                                    channelName: string;
                                    contactedAt: string | null;
                                    contactTimes: string | null;
                                    content: string;
                                    /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                                    earlier: number;
                                    from: {
                                        id: number;
                                        number: string;
                                    } | null;
                                    /** @description 移交记录 */
                                    handOvers: {
                                        /** Format: date-time */
                                        at: string;
                                        by: string;
                                        from: string | null;
                                        reason: string;
                                        to: string;
                                    }[];
                                    id: number;
                                    joinedAt: string | null;
                                    maySplit: boolean;
                                    /** @description 首问责任人，或承接的单位 */
                                    owner: string | null;
                                    ownerId: number | null;
                                    ownerUnit: string | null;
                                    phone: string | null;
                                    place: string;
                                    /** @description 好差评 */
                                    rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                                    /** Format: date-time */
                                    receivedAt: string;
                                    /** @description 重复诉求：此前反映过同一事项 */
                                    repeat: boolean;
                                    reporter: string | null;
                                    satisfied: boolean | null;
                                    sourceRef: string | null;
                                    toldAt: string | null;
                                    triedAt: string | null;
                                }[];
                                roadIds: number[];
                                round: number;
                                routing: {
                                    article: string;
                                    /** @description 还没有登记、会改变归属的事实 */
                                    asks: {
                                        choices: {
                                            id: string;
                                            name: string;
                                        }[];
                                        fact: string;
                                        name: string;
                                        type: string;
                                    }[];
                                    /** @description 据以判断归属的事实 */
                                    because: {
                                        fact: string;
                                        name: string;
                                        /** @description false: 无人登记，按规则的默认值 */
                                        recorded: boolean;
                                        value: string;
                                    }[];
                                    /** @description 规则原文 */
                                    reason: string;
                                    to: string;
                                    toName: string;
                                }[];
                                seal: {
                                    concernedName: string | null;
                                    concernedPerson: string | null;
                                    concernedUnit: string | null;
                                    to: string;
                                    toName: string;
                                } | null;
                                /** @description 保密 */
                                sealed: boolean;
                                state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                                stateName: string;
                                summary: string;
                                supervisedAt: string | null;
                                timeline: {
                                    attachments?: string[];
                                    by: string;
                                    departmentName: string | null;
                                    /** @description 现场端发来而存疑之处 */
                                    flags?: {
                                        flag: "far" | "fast" | "before-acknowledged" | "clock";
                                        text: string;
                                    }[];
                                    kind: string;
                                    name: string;
                                    /** Format: date-time */
                                    occurredAt: string;
                                    /** Format: date-time */
                                    recordedAt: string;
                                    requestId: number | null;
                                    seq: number;
                                    text: string;
                                    tone: "normal" | "late" | "warned" | "met";
                                    via: string;
                                }[];
                                urgent: boolean;
                                version: number;
                            };
                        }[];
                        people: {
                            [key: string]: string;
                        };
                        /** @description have 里没有的规章 */
                        rulebooks: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        serverTime: string;
                        /** @description 单位 */
                        units: {
                            [key: string]: unknown;
                        }[];
                        words: {
                            key: string;
                            texts: {
                                [key: string]: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFieldDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFieldDevicesByIdLost: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-field-wipe-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deviceId: string;
                    secret: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wipe: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: {
                channel?: string;
                kind?: string;
                name?: string;
                sheet?: string;
                source?: string;
            };
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "application/vnd.ms-excel": unknown;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                "text/csv": unknown;
                "text/plain": unknown;
                "text/tab-separated-values": unknown;
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsByIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsByIdErrors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsByIdRows: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportedRow"][];
                        next: number | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putImportsByIdSetup: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    columns?: {
                        [key: string]: number;
                    };
                    headerLine?: number;
                    kind?: string;
                    options?: {
                        [key: string]: string;
                    };
                    sheet?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsByIdStart: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dry?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportKind"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsKindsByKindTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsMessages: {
        parameters: {
            query?: {
                channel?: string;
                name?: string;
                source?: string;
            };
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "application/vnd.ms-excel": unknown;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                "text/csv": unknown;
                "text/plain": unknown;
                "text/tab-separated-values": unknown;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"] & {
                        report: components["schemas"]["ImportedRow"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInbox: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description When it occurred
                             */
                            at: string;
                            draftId: number | null;
                            id: number;
                            kind: string;
                            orderId: number | null;
                            orderNumber: string | null;
                            readAt: string | null;
                            redatingId: number | null;
                            text: string;
                        }[];
                        next: number | null;
                        unread: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInboxRead: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Items opened one by one */
                    ids?: number[];
                    /** @description Id of the newest item seen: all up to it */
                    upTo?: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInboxUnread: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: number[];
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInspections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        inspectionId: number;
                        items: number;
                        kind: string;
                        kindName: string;
                        note: string;
                        notMet: number;
                        place: string;
                        /** Format: date-time */
                        recordedAt: string;
                        staffId: number;
                        staffName: string;
                        toLook: number;
                        wanting: number;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInspections: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        checklist: string;
                        facts: {
                            [key: string]: string;
                        };
                        note: string;
                        seen: {
                            [key: string]: "yes" | "no" | "not-here";
                        };
                    }[];
                    /** Format: date-time */
                    at: string;
                    departmentId?: string | null;
                    kind: string;
                    note?: string;
                    packHash: string;
                    place: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inspectionId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInspectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        counts: {
                            met: number;
                            "not-here": number;
                            "not-met": number;
                            "to-look": number;
                            wanting: number;
                        };
                        departmentId: string | null;
                        departmentName: string | null;
                        inspectionId: number;
                        items: number;
                        kind: string;
                        kindName: string;
                        note: string;
                        notMet: number;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        parts: components["schemas"]["SheetPart"][];
                        place: string;
                        /** Format: date-time */
                        recordedAt: string;
                        staffId: number;
                        staffName: string;
                        toLook: number;
                        wanting: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListsByList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            id: string;
                            name: string;
                            /** @description 只在导出的文件中 */
                            personal: boolean;
                            sort: string | null;
                            width: number;
                        }[];
                        defaultFilterId: number | null;
                        filters: {
                            by: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            id: number;
                            mayChange: boolean;
                            name: string;
                            own: boolean;
                            query: {
                                [key: string]: string | number | boolean;
                            };
                            sort: string | null;
                        }[];
                        id: string;
                        layout: {
                            id: string;
                            width: number;
                        }[];
                        name: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postListsByListFilters: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 共享给这个单位；只有管理部门可以 */
                    departmentId?: string | null;
                    name: string;
                    query: {
                        [key: string]: string | number | boolean;
                    };
                    sort?: string | null;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            id: string;
                            name: string;
                            /** @description 只在导出的文件中 */
                            personal: boolean;
                            sort: string | null;
                            width: number;
                        }[];
                        defaultFilterId: number | null;
                        filters: {
                            by: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            id: number;
                            mayChange: boolean;
                            name: string;
                            own: boolean;
                            query: {
                                [key: string]: string | number | boolean;
                            };
                            sort: string | null;
                        }[];
                        id: string;
                        layout: {
                            id: string;
                            width: number;
                        }[];
                        name: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putListsByListFiltersById: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 共享给这个单位；只有管理部门可以 */
                    departmentId?: string | null;
                    name: string;
                    query: {
                        [key: string]: string | number | boolean;
                    };
                    sort?: string | null;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            id: string;
                            name: string;
                            /** @description 只在导出的文件中 */
                            personal: boolean;
                            sort: string | null;
                            width: number;
                        }[];
                        defaultFilterId: number | null;
                        filters: {
                            by: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            id: number;
                            mayChange: boolean;
                            name: string;
                            own: boolean;
                            query: {
                                [key: string]: string | number | boolean;
                            };
                            sort: string | null;
                        }[];
                        id: string;
                        layout: {
                            id: string;
                            width: number;
                        }[];
                        name: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteListsByListFiltersById: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            id: string;
                            name: string;
                            /** @description 只在导出的文件中 */
                            personal: boolean;
                            sort: string | null;
                            width: number;
                        }[];
                        defaultFilterId: number | null;
                        filters: {
                            by: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            id: number;
                            mayChange: boolean;
                            name: string;
                            own: boolean;
                            query: {
                                [key: string]: string | number | boolean;
                            };
                            sort: string | null;
                        }[];
                        id: string;
                        layout: {
                            id: string;
                            width: number;
                        }[];
                        name: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putListsByListLayout: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 宽度 40–800 像素 */
                    columns: {
                        id: string;
                        width: number;
                    }[];
                    defaultFilterId: number | null;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            id: string;
                            name: string;
                            /** @description 只在导出的文件中 */
                            personal: boolean;
                            sort: string | null;
                            width: number;
                        }[];
                        defaultFilterId: number | null;
                        filters: {
                            by: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            id: number;
                            mayChange: boolean;
                            name: string;
                            own: boolean;
                            query: {
                                [key: string]: string | number | boolean;
                            };
                            sort: string | null;
                        }[];
                        id: string;
                        layout: {
                            id: string;
                            width: number;
                        }[];
                        name: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on where it broke off; absent: from now */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveChanges: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string;
                        news: {
                            [key: string]: true | (string | number | boolean | null)[][];
                        };
                        /** Format: date-time */
                        now: string;
                        /** @description More changed than is remembered: look at everything again */
                        reload: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeEndSessions: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent: all the others */
                    session?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrders: {
        parameters: {
            query?: {
                any?: boolean;
                channel?: string;
                closed?: boolean;
                cursor?: string;
                department?: string;
                district?: string;
                event?: string;
                handler?: number;
                limit?: number;
                q?: string;
                receivedFrom?: string;
                receivedUntil?: string;
                repeated?: boolean;
                sort?: string;
                state?: string;
                tab?: "all" | "late" | "warned" | "paused" | "mine" | "received";
                urgent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description 来电人数 */
                            callers: number;
                            channel: string;
                            closedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            districtId: string | null;
                            due: {
                                clock: string;
                                dueAt: string | null;
                                name: string;
                                pauses: {
                                    /** Format: date-time */
                                    from: string;
                                    until: string | null;
                                }[];
                                /** Format: date-time */
                                startAt: string;
                                state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                                warnAt: string | null;
                            } | null;
                            event: string;
                            eventName: string;
                            handlerId: number | null;
                            handlerName: string | null;
                            id: number;
                            lateCount: number;
                            /** @description 工单号 20261118-0417 */
                            number: string;
                            place: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：来电人此前反映过同一事项 */
                            repeat: boolean;
                            round: number;
                            /** @description 保密 */
                            sealed: boolean;
                            state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                            summary: string;
                            supervisedAt: string | null;
                            urgent: boolean;
                            version: number;
                        }[];
                        next: string | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 查找已到头；为否时没有找到不等于没有，用 next 继续 */
                        searchedAll: boolean;
                        searchedTo: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAccept: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAskExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 延期要求的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description 延至
                     */
                    until: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAskPause: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则允许的暂停事由 */
                    entry: string;
                    /**
                     * Format: date-time
                     * @description 自何时起；不写则自申请之时
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description 至何时止；不写则至恢复之时
                     */
                    until?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAskReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 依据 */
                    basis?: string;
                    /** @description 退单要求的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAssign: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 一线处理人员 */
                    handlerId: number;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdAttachments: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 文件名 */
                    name: string;
                    /**
                     * Format: date-time
                     * @description 拍摄或录制时间
                     */
                    takenAt?: string;
                    /** @description /api/uploads 返回的编号 · id that /api/uploads gave */
                    upload: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        by: string;
                        bytes: number;
                        id: string;
                        mediaType: string;
                        name: string;
                        preview: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        takenAt: string | null;
                        url: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdAttribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closed: boolean;
                        /** Format: date-time */
                        from: string;
                        id: number;
                        /** @description 毫秒 */
                        ms: number;
                        number: string;
                        segments: {
                            article: string | null;
                            /** @description 由哪一条记录而来（经过的 seq） */
                            because: number;
                            becauseName: string;
                            departmentId: string | null;
                            departmentName: string | null;
                            entry: string | null;
                            /** Format: date-time */
                            from: string;
                            holder: "desk" | "department" | "crew" | "customer" | "other" | "pause" | "closed";
                            /** @description 毫秒 */
                            ms: number;
                            name: string;
                            staffId: number | null;
                            staffName: string | null;
                            state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                            stateName: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        /** @description 各方时长，合计即自受理以来的全部时长 */
                        totals: {
                            holder: "desk" | "department" | "crew" | "customer" | "other" | "pause" | "closed";
                            /** @description 毫秒 */
                            ms: number;
                            name: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description 办结之时；未办结则为现在
                         */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdCallBack: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 同时对全部来电人 */
                    everyone?: boolean;
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 客户要求再打的时间
                     */
                    later?: string;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /**
                     * @description 未接通的缘由
                     * @enum {unknown}
                     */
                    outcome?: "no-answer" | "busy" | "wrong-number" | "off" | "later";
                    /**
                     * @description 好差评
                     * @enum {unknown}
                     */
                    rating?: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied";
                    /** @description 是否接通 */
                    reached: boolean;
                    /** @description 只关系到其中一位来电人时，他的诉求编号；几位来电人时，联系、告知、回访须写明 */
                    requestId?: number;
                    /** @description 是否满意；有 rating 时以其为准 */
                    satisfied?: boolean | null;
                    /** @description 所反映的事是否已解决 */
                    solved?: boolean;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: string;
                        asks: string[];
                        assumed: string[];
                        breachedAt: string | null;
                        breachRecordedAt: string | null;
                        clauses: string[];
                        departmentId: string | null;
                        departmentName: string | null;
                        dueAt: string | null;
                        from: string;
                        fromName: string;
                        id: string;
                        limit: string;
                        limitText: string;
                        name: string;
                        on: "order" | "request";
                        pauses: {
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                        provisional: boolean;
                        quote: string;
                        reading?: string;
                        requestId: number | null;
                        run: number;
                        section: string;
                        /** Format: date-time */
                        startAt: string;
                        state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                        stoppedAt: string | null;
                        until: string[];
                        untilNames: string[];
                        warnAt: string | null;
                        why: {
                            detail: string;
                            label: string;
                            value: string;
                        }[];
                        whyText: string;
                        withdrawnAt: string | null;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdClose: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdDecideExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请编号；不写则为未决的那一项 */
                    askId?: number;
                    /** @description 同意与否 */
                    granted: boolean;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /**
                     * Format: date-time
                     * @description 同意延至；不写则照申请
                     */
                    until?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdDecidePause: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请编号；不写则为未决的那一项 */
                    askId?: number;
                    /** @description 同意与否 */
                    granted: boolean;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdDecideReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请编号；不写则为未决的那一项 */
                    askId?: number;
                    /** @description 同意与否 */
                    granted: boolean;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdDispatch: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 责任单位 */
                    departmentId: string;
                    /** @description 工单要素中尚缺的各项 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 处理时限
                     */
                    limit?: string;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicate"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duty: components["schemas"]["DutyOrder"] | null;
                        thing: {
                            kind: string;
                            name: string;
                            place: string;
                            thingId: number;
                        } | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdHandle: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 回单要素 */
                    form: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdHandlers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lacks: {
                            article: string;
                            missing: string;
                            quote: string;
                        } | null;
                        staffId: number;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdMerge: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 并入哪张工单：内部编号或工单号 */
                    into: number | string;
                    reason?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdNote: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 备注内容 */
                    text: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOrdersByIdPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    doing: "viewing" | "acting" | "gone";
                    /** @description This window */
                    tab: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        others: components["schemas"]["Present"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdPromise: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 计划时间：promised、appointment.start … */
                    plans: {
                        [key: string]: string;
                    };
                    /** @description 只关系到其中一位来电人时，他的诉求编号；几位来电人时，联系、告知、回访须写明 */
                    requestId?: number;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdReclassify: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 事项，见词汇 */
                    event: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 现场记录 */
                    detail?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 同时对全部来电人 */
                    everyone?: boolean;
                    /** @description 事实，名称见词汇 */
                    facts?: {
                        [key: string]: string | number | boolean | string[];
                    };
                    /** @description 该节点要求的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 节点 */
                    milestone: string;
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 只关系到其中一位来电人时，他的诉求编号；几位来电人时，联系、告知、回访须写明 */
                    requestId?: number;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdReject: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdRemedies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdReopen: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason: string;
                    /** @description 仍由原单位处理；默认是 */
                    sameUnit?: boolean;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdResume: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdReveal: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: {
                            id: number;
                            phone: string | null;
                            reporter: string | null;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdReviewPass: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规则要求在这一步填写的表单 */
                    form?: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdSetFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 事实，名称见词汇 */
                    facts: {
                        [key: string]: string | number | boolean | string[];
                    };
                    /** @description 备注 */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdSetLimit: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 事由 */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description 办理时限
                     */
                    until: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdSetPosition: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 纬度 */
                    lat: number;
                    /** @description 经度 */
                    lon: number;
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 地点的说法；不写则不变 */
                    place?: string;
                    /** @description 事由 */
                    reason?: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersByIdSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: components["schemas"]["SlipKind"][];
                        written: components["schemas"]["Slip"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdSplit: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    requestId: number;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdSupervise: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 发生时间；不写则为现在
                     */
                    occurredAt?: string;
                    /** @description 督办意见 */
                    text: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                    /** @description 来自办公端或现场端 */
                    via?: "desk" | "field";
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersByIdUnmerge: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description 所见工单的版本；已被他人改动时返回 409 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            article?: string;
                            command: "dispatch" | "accept" | "assign" | "record" | "note" | "attach" | "set-facts" | "set-position" | "reclassify" | "promise" | "set-limit" | "ask-return" | "decide-return" | "ask-extension" | "decide-extension" | "ask-pause" | "decide-pause" | "resume" | "supervise" | "handle" | "review-pass" | "reject" | "call-back" | "close" | "reopen" | "cancel" | "join" | "merge" | "split" | "unmerge";
                            enabled: boolean;
                            form?: {
                                article: string;
                                fields: {
                                    id: string;
                                    name: string;
                                    required: boolean;
                                    type: "text" | "yes-no" | "number" | "choice";
                                    value?: string | number | boolean | string[] | null;
                                }[];
                                id: string;
                                name: string;
                                quote: string;
                            };
                            key?: string;
                            milestones?: {
                                form?: {
                                    article: string;
                                    fields: {
                                        id: string;
                                        name: string;
                                        required: boolean;
                                        type: "text" | "yes-no" | "number" | "choice";
                                        value?: string | number | boolean | string[] | null;
                                    }[];
                                    id: string;
                                    name: string;
                                    quote: string;
                                };
                                id: string;
                                name: string;
                                own?: boolean;
                            }[];
                            name: string;
                            primary: boolean;
                            reason?: string;
                        }[];
                        asks: {
                            article?: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            basis: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            entry: string | null;
                            from: string | null;
                            id: number;
                            kind: "return" | "extension" | "pause";
                            note: string | null;
                            reason: string;
                            until: string | null;
                        }[];
                        attachments: {
                            by: string;
                            bytes: number;
                            id: string;
                            mediaType: string;
                            name: string;
                            preview: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            takenAt: string | null;
                            url: string;
                        }[];
                        /** @description 来电人数 */
                        callers: number;
                        channel: string;
                        clocks: {
                            article: string;
                            asks: string[];
                            assumed: string[];
                            breachedAt: string | null;
                            breachRecordedAt: string | null;
                            clauses: string[];
                            departmentId: string | null;
                            departmentName: string | null;
                            dueAt: string | null;
                            from: string;
                            fromName: string;
                            id: string;
                            limit: string;
                            limitText: string;
                            name: string;
                            on: "order" | "request";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            provisional: boolean;
                            quote: string;
                            reading?: string;
                            requestId: number | null;
                            run: number;
                            section: string;
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            stoppedAt: string | null;
                            until: string[];
                            untilNames: string[];
                            warnAt: string | null;
                            why: {
                                detail: string;
                                label: string;
                                value: string;
                            }[];
                            whyText: string;
                            withdrawnAt: string | null;
                        }[];
                        closedAt: string | null;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        departmentId: string | null;
                        departmentName: string | null;
                        districtId: string | null;
                        due: {
                            clock: string;
                            dueAt: string | null;
                            name: string;
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                until: string | null;
                            }[];
                            /** Format: date-time */
                            startAt: string;
                            state: "running" | "warned" | "late" | "paused" | "met" | "met-late" | "cancelled" | "waiting-calendar";
                            warnAt: string | null;
                        } | null;
                        event: string;
                        eventName: string;
                        facts: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        handlerId: number | null;
                        handlerName: string | null;
                        id: number;
                        lateCount: number;
                        merged: {
                            /** Format: date-time */
                            at: string;
                            id: number;
                            number: string;
                        }[];
                        mergedInto: {
                            id: number;
                            number: string;
                        } | null;
                        /** Format: date-time */
                        now: string;
                        /** @description 工单号 20261118-0417 */
                        number: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                        place: string;
                        position: {
                            /**
                             * @description person: somebody set the pin; register: the point of the premises, community or road
                             * @enum {unknown}
                             */
                            by: "register" | "person";
                            lat: number;
                            lon: number;
                        } | null;
                        premises: {
                            accountNumber: string;
                            address: string;
                            community: string;
                            customerName: string;
                            customerPhone: string | null;
                            id: number;
                            meterDn: number;
                            recentRequests: number;
                            supply: string;
                        } | null;
                        /** Format: date-time */
                        receivedAt: string;
                        /** @description 重复诉求：来电人此前反映过同一事项 */
                        repeat: boolean;
                        requests: {
                            calledBackAt: string | null;
                            channel: string;
                            channelName: string;
                            contactedAt: string | null;
                            contactTimes: string | null;
                            content: string;
                            /** @description 此前若干天内同一电话或同一用水地址的诉求 */
                            earlier: number;
                            from: {
                                id: number;
                                number: string;
                            } | null;
                            /** @description 移交记录 */
                            handOvers: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                from: string | null;
                                reason: string;
                                to: string;
                            }[];
                            id: number;
                            joinedAt: string | null;
                            maySplit: boolean;
                            /** @description 首问责任人，或承接的单位 */
                            owner: string | null;
                            ownerId: number | null;
                            ownerUnit: string | null;
                            phone: string | null;
                            place: string;
                            /** @description 好差评 */
                            rating: ("very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied") | null;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 重复诉求：此前反映过同一事项 */
                            repeat: boolean;
                            reporter: string | null;
                            satisfied: boolean | null;
                            sourceRef: string | null;
                            toldAt: string | null;
                            triedAt: string | null;
                        }[];
                        roadIds: number[];
                        round: number;
                        routing: {
                            article: string;
                            /** @description 还没有登记、会改变归属的事实 */
                            asks: {
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                fact: string;
                                name: string;
                                type: string;
                            }[];
                            /** @description 据以判断归属的事实 */
                            because: {
                                fact: string;
                                name: string;
                                /** @description false: 无人登记，按规则的默认值 */
                                recorded: boolean;
                                value: string;
                            }[];
                            /** @description 规则原文 */
                            reason: string;
                            to: string;
                            toName: string;
                        }[];
                        seal: {
                            concernedName: string | null;
                            concernedPerson: string | null;
                            concernedUnit: string | null;
                            to: string;
                            toName: string;
                        } | null;
                        /** @description 保密 */
                        sealed: boolean;
                        state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                        stateName: string;
                        summary: string;
                        supervisedAt: string | null;
                        timeline: {
                            attachments?: string[];
                            by: string;
                            departmentName: string | null;
                            /** @description 现场端发来而存疑之处 */
                            flags?: {
                                flag: "far" | "fast" | "before-acknowledged" | "clock";
                                text: string;
                            }[];
                            kind: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            requestId: number | null;
                            seq: number;
                            text: string;
                            tone: "normal" | "late" | "warned" | "met";
                            via: string;
                        }[];
                        urgent: boolean;
                        version: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersCounts: {
        parameters: {
            query?: {
                any?: boolean;
                channel?: string;
                closed?: boolean;
                department?: string;
                district?: string;
                event?: string;
                handler?: number;
                q?: string;
                receivedFrom?: string;
                receivedUntil?: string;
                repeated?: boolean;
                state?: string;
                urgent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: number;
                        byState: {
                            [key: string]: number;
                        };
                        /** @description 查找太多没有查完时为否：至少有这么多 */
                        exact: boolean;
                        late: number;
                        mine: number;
                        paused: number;
                        received: number;
                        warned: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaces: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedPlace"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlacesMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesMap"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlacesNearest: {
        parameters: {
            query: {
                lat: number;
                lon: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearestPlaces"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlacesPremisesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPremises"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlacesPremisesByIdReveal: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPremises"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedatings: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            applied: {
                                changed: number;
                                clocks: number;
                                earlier: number;
                                late: number;
                                later: number;
                                lostPauses: number;
                                orders: number;
                                withdrawn: number;
                            } | null;
                            appliedAt: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            asPreviewed: boolean | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            digest: string;
                            from: {
                                hash: string;
                                pack: string;
                                version: string;
                            }[];
                            id: number;
                            note: string | null;
                            reason: string;
                            reverted: {
                                changed: number;
                                clocks: number;
                                earlier: number;
                                late: number;
                                later: number;
                                lostPauses: number;
                                orders: number;
                                withdrawn: number;
                            } | null;
                            revertedAt: string | null;
                            revertedBy: string | null;
                            rules: {
                                article: string;
                                clock: string;
                                from: string | null;
                                kind: string;
                                late: number;
                                name: string;
                                orders: number;
                                text: string;
                                to: string | null;
                                withdrawn: number;
                            }[];
                            text: string;
                            to: {
                                calendar: string | null;
                                hash: string;
                                kind: string;
                                pack: string | null;
                                version: string | null;
                            };
                            totals: {
                                changed: number;
                                clocks: number;
                                earlier: number;
                                late: number;
                                later: number;
                                lostPauses: number;
                                orders: number;
                                withdrawn: number;
                            };
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedatings: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description or a holiday calendar as shipped now: cn */
                    calendar?: string;
                    /** @description or by name, with version */
                    pack?: string;
                    /** @description A version by its hash */
                    packHash?: string;
                    reason: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        appliedAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: string;
                        asPreviewed: boolean | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        digest: string;
                        from: {
                            hash: string;
                            pack: string;
                            version: string;
                        }[];
                        id: number;
                        note: string | null;
                        reason: string;
                        reverted: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        revertedAt: string | null;
                        revertedBy: string | null;
                        rules: {
                            article: string;
                            clock: string;
                            from: string | null;
                            kind: string;
                            late: number;
                            name: string;
                            orders: number;
                            text: string;
                            to: string | null;
                            withdrawn: number;
                        }[];
                        text: string;
                        to: {
                            calendar: string | null;
                            hash: string;
                            kind: string;
                            pack: string | null;
                            version: string | null;
                        };
                        totals: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedatingsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        appliedAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: string;
                        asPreviewed: boolean | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        digest: string;
                        from: {
                            hash: string;
                            pack: string;
                            version: string;
                        }[];
                        id: number;
                        note: string | null;
                        reason: string;
                        reverted: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        revertedAt: string | null;
                        revertedBy: string | null;
                        rules: {
                            article: string;
                            clock: string;
                            from: string | null;
                            kind: string;
                            late: number;
                            name: string;
                            orders: number;
                            text: string;
                            to: string | null;
                            withdrawn: number;
                        }[];
                        text: string;
                        to: {
                            calendar: string | null;
                            hash: string;
                            kind: string;
                            pack: string | null;
                            version: string | null;
                        };
                        totals: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedatingsByIdDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    granted: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        appliedAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: string;
                        asPreviewed: boolean | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        digest: string;
                        from: {
                            hash: string;
                            pack: string;
                            version: string;
                        }[];
                        id: number;
                        note: string | null;
                        reason: string;
                        reverted: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        revertedAt: string | null;
                        revertedBy: string | null;
                        rules: {
                            article: string;
                            clock: string;
                            from: string | null;
                            kind: string;
                            late: number;
                            name: string;
                            orders: number;
                            text: string;
                            to: string | null;
                            withdrawn: number;
                        }[];
                        text: string;
                        to: {
                            calendar: string | null;
                            hash: string;
                            kind: string;
                            pack: string | null;
                            version: string | null;
                        };
                        totals: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedatingsByIdOrders: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            departmentId: string | null;
                            event: string;
                            id: number;
                            number: string;
                            place: string;
                            state: string;
                            stateName: string;
                            /** @description 仍适用它换上的版本 */
                            stays: boolean;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedatingsByIdRevert: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        appliedAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: string;
                        asPreviewed: boolean | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        digest: string;
                        from: {
                            hash: string;
                            pack: string;
                            version: string;
                        }[];
                        id: number;
                        note: string | null;
                        reason: string;
                        reverted: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        } | null;
                        revertedAt: string | null;
                        revertedBy: string | null;
                        rules: {
                            article: string;
                            clock: string;
                            from: string | null;
                            kind: string;
                            late: number;
                            name: string;
                            orders: number;
                            text: string;
                            to: string | null;
                            withdrawn: number;
                        }[];
                        text: string;
                        to: {
                            calendar: string | null;
                            hash: string;
                            kind: string;
                            pack: string | null;
                            version: string | null;
                        };
                        totals: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedatingsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description or a holiday calendar as shipped now: cn */
                    calendar?: string;
                    /** @description or by name, with version */
                    pack?: string;
                    /** @description A version by its hash */
                    packHash?: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest: string;
                        from: {
                            hash: string;
                            orders: number;
                            pack: string;
                            version: string;
                        }[];
                        /** @description The first 200 of those that change */
                        orders: {
                            changes: {
                                clock: string;
                                fromDue: string | null;
                                kind: string;
                                name: string;
                                requestId: number | null;
                                toDue: string | null;
                                verdict: string | null;
                            }[];
                            id: number;
                            number: string;
                        }[];
                        rules: {
                            article: string;
                            clock: string;
                            from: string | null;
                            kind: string;
                            late: number;
                            name: string;
                            orders: number;
                            text: string;
                            to: string | null;
                            withdrawn: number;
                        }[];
                        text: string;
                        to: {
                            calendar: string | null;
                            hash: string;
                            kind: string;
                            pack: string | null;
                            version: string | null;
                        };
                        totals: {
                            changed: number;
                            clocks: number;
                            earlier: number;
                            late: number;
                            later: number;
                            lostPauses: number;
                            orders: number;
                            withdrawn: number;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedatingsTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendars: {
                            calendar: string;
                            hash: string;
                            /** @description 现行的就是这一份；后来公布的年份自动计入 */
                            inForce: boolean;
                            years: number[];
                        }[];
                        versions: {
                            effective: string;
                            fromDay: string | null;
                            hash: string;
                            inForce: boolean;
                            /** @description 适用它的在办工单 */
                            orders: number;
                            pack: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsAdoption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adoption"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRegulationsAdoptionAnswers: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers?: {
                        [key: string]: {
                            /** @constant */
                            confirmed: true;
                            value?: string;
                        } | null;
                    };
                    hours?: {
                        days: number[];
                        /** @enum {unknown} */
                        holidays: "closed" | "open";
                        open: string[];
                        seasons: {
                            open: string[];
                            season: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRegulationsAdoptionBase: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: {
                        path: string;
                        text: string;
                    }[];
                    pack?: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        pack: string;
                        version: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsAdoptionRulebook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsAdoptionZip: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "application/x-zip-compressed": unknown;
                "application/zip": unknown;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        pack: string;
                        version: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsAsked: {
        parameters: {
            query?: {
                channel?: string;
                event?: string;
                rulebook?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: {
                            id: string;
                            name: string;
                        }[];
                        events: {
                            id: string;
                            name: string;
                            words: string[];
                        }[];
                        facts: {
                            choices?: {
                                id: string;
                                name: string;
                            }[];
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            type: "yes-no" | "number" | "choice" | "set" | "unit" | "text";
                        }[];
                        known: boolean;
                        milestones: {
                            id: string;
                            name: string;
                        }[];
                        plans: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsComparison: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differences: components["schemas"]["Difference"][];
                        from: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                        sections: {
                            count: number;
                            name: string;
                            section: string;
                        }[];
                        to: {
                            hash: string;
                            pack: string;
                            utility: string;
                            version: string;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        capabilities: {
                            id: string;
                            name: string;
                        }[];
                        clauses: {
                            about: string;
                            altered: string | null;
                            because: string | null;
                            capability: string;
                            carriers: {
                                entry: string;
                                hash: string;
                                pack: string;
                            }[];
                            example: {
                                file: string;
                                name: string;
                            } | null;
                            executes: string | null;
                            id: string;
                            place: string;
                            quote: string;
                            source: string;
                            /** @enum {unknown} */
                            state: "executed" | "presented" | "waiting" | "declined" | "missing";
                            /** @description 写有时限 */
                            timed: boolean;
                            waitsFor: string | null;
                        }[];
                        /** @description 至今最好的计数，不得变差 */
                        kept: {
                            executed: number;
                            missing: number;
                            waitingOrMissing: number;
                        };
                        sources: {
                            source: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsCoverageFile: {
        parameters: {
            query?: {
                capability?: string;
                source?: string;
                state?: "executed" | "presented" | "waiting" | "declined" | "missing";
                timed?: boolean;
                waitsFor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        effective: string;
                        hash: string;
                        pack: string;
                        utility: string;
                        version: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            author: string;
                            baseHash: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            fromDay: string | null;
                            hash: string | null;
                            id: number;
                            /** @description 本人写过；批准须由没有写过的人 */
                            mine: boolean;
                            note: string | null;
                            pack: string;
                            reason: string | null;
                            revision: number;
                            /** @enum {unknown} */
                            state: "drafting" | "submitted" | "returned" | "approved" | "withdrawn";
                            submittedAt: string | null;
                            submittedBy: string | null;
                            title: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsDrafts: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base: string;
                    title: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsDraftsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsDraftsByIdDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    fromDay?: string;
                    granted: boolean;
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRegulationsDraftsByIdEdits: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    edits: ({
                        entry: string;
                        path: (number | string)[];
                        /** @enum {unknown} */
                        section: "organization" | "terms" | "hours" | "limits" | "clocks" | "duties" | "notices" | "forms" | "gates" | "routing" | "approvals" | "pauses" | "metrics" | "remedies" | "checklists" | "prices" | "texts";
                        value: string | null;
                    } | {
                        entry: string;
                        /** @constant */
                        section: "head";
                        value: string;
                    } | {
                        file: string;
                        text: string;
                    })[];
                    revision: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsDraftsByIdEffects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 其中时限改变的 */
                        changed: number;
                        /** @description 与草案的 differences 一一对应 */
                        effects: {
                            late: number;
                            /** @description 空：它不管时限 */
                            orders: number | null;
                            /** @description 与同一时限的其他不同合计 */
                            shared: boolean;
                        }[];
                        late: number;
                        /** @description 在办工单 */
                        orders: number;
                        revision: number;
                        text: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsDraftsByIdEntry: {
        parameters: {
            query: {
                entry: string;
                section: "organization" | "terms" | "hours" | "limits" | "clocks" | "duties" | "notices" | "forms" | "gates" | "routing" | "approvals" | "pauses" | "metrics" | "remedies" | "checklists" | "prices" | "texts";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: string;
                        entry: string;
                        fields: {
                            condition: string;
                            /** @enum {unknown} */
                            kind: "text" | "long" | "limit" | "yes-no";
                            name: string;
                            path: (number | string)[];
                            value: string;
                        }[];
                        file: string;
                        /** @description 来自沿用的规章；改动会写进草案自己的文件 */
                        inherited: boolean;
                        line: number;
                        name: string;
                        quote: string;
                        reading: string | null;
                        section: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsDraftsByIdFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsDraftsByIdSubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsDraftsByIdWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsDraftsZip: {
        parameters: {
            query: {
                base: string;
                title: string;
            };
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "application/x-zip-compressed": unknown;
                "application/zip": unknown;
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsIntakeForm: {
        parameters: {
            query: {
                channel: string;
                event: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: string;
                        fields: {
                            id: string;
                            name: string;
                            required: boolean;
                            type: string;
                        }[];
                        id: string;
                        name: string;
                        quote: string;
                    } | null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel: string;
                    event: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    /** @description 此后的节点：到场、抢修开始 … */
                    milestones?: {
                        /** Format: date-time */
                        at: string;
                        by?: string;
                        milestone: string;
                    }[];
                    pauses?: {
                        /** Format: date-time */
                        from: string;
                        until: string | null;
                    }[];
                    plans?: {
                        /** Format: date-time */
                        at: string;
                        plan: string;
                    }[];
                    /** Format: date-time */
                    receivedAt?: string;
                    /** @description 规章的内容散列；不填为受理时施行的规章 */
                    rulebook?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsRulebooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        effective: string;
                        hash: string;
                        inForce: boolean;
                        /** @enum {unknown} */
                        origin: "kept" | "shipped";
                        pack: string;
                        source: string;
                        utility: string;
                        version: string;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsRulebooksByHashFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsShipped: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clocks: number;
                        entries: number;
                        /** @description Left to the utility */
                        open: number;
                        pack: string;
                        source: string;
                        utility: string;
                        version: string;
                    }[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsText: {
        parameters: {
            query?: {
                rulebook?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 不引用条款的条目 */
                        apart: string[];
                        chapters: {
                            paragraphs: {
                                heading: boolean;
                                runs: {
                                    marks: string[];
                                    text: string;
                                }[];
                            }[];
                            source: string;
                            title: string;
                        }[];
                        clauses: {
                            about: string;
                            altered: string | null;
                            because: string | null;
                            entries: string[];
                            example: {
                                file: string;
                                name: string;
                            } | null;
                            executes: string | null;
                            id: string;
                            place: string;
                            quote: string;
                            source: string;
                            /** @enum {unknown} */
                            state: "executed" | "presented" | "waiting" | "declined" | "missing";
                            /** @description 写有时限 */
                            timed: boolean;
                        }[];
                        entries: {
                            article: string;
                            /** @description 原文未写、暂定的键 */
                            assumed: string[];
                            cases: {
                                article: string;
                                clauses: string[];
                                lines: {
                                    label: string;
                                    value: string;
                                }[];
                                quote: string;
                                reading: string | null;
                                says: string;
                                /** @description 待确认 */
                                unconfirmed: boolean;
                                when: string;
                            }[];
                            clauses: string[];
                            id: string;
                            key: string;
                            lines: {
                                label: string;
                                value: string;
                            }[];
                            name: string;
                            quote: string;
                            reading: string | null;
                            section: string;
                            source: {
                                file: string;
                                line: number;
                                pack: string;
                            } | null;
                            /** @description 待确认 */
                            unconfirmed: boolean;
                            when: string;
                        }[];
                        rulebook: {
                            effective: string;
                            hash: string;
                            pack: string;
                            source: string;
                            utility: string;
                            version: string;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            effective: string;
                            /** @description 自何日起施行；未施行为空 */
                            fromDay: string | null;
                            hash: string;
                            /** @description 今日施行的就是它 */
                            inForce: boolean;
                            pack: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegulationsVersions: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 规章包文件夹里的 YAML 文件 */
                    files: {
                        path: string;
                        text: string;
                    }[];
                    /**
                     * Format: date
                     * @description 自何日起施行；不填为可以施行的第一天
                     */
                    fromDay?: string;
                    pack?: string;
                    reason: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: string | null;
                        /** Format: date */
                        fromDay: string;
                        hash: string;
                        pack: string;
                        version: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegulationsVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: {
                            id: string;
                            name: string;
                        }[];
                        clocks: {
                            article: string;
                            from: string;
                            id: string;
                            limits: string[];
                            name: string;
                            quote: string;
                            section: string;
                        }[];
                        commands: {
                            id: string;
                            name: string;
                        }[];
                        events: {
                            /** @description 保密 */
                            confidential: boolean;
                            id: string;
                            name: string;
                            words: string[];
                        }[];
                        facts: {
                            choices?: {
                                id: string;
                                name: string;
                            }[];
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            type: "yes-no" | "number" | "choice" | "set" | "unit" | "text";
                        }[];
                        milestones: {
                            id: string;
                            name: string;
                        }[];
                        plans: {
                            id: string;
                            name: string;
                        }[];
                        states: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsAttribution: {
        parameters: {
            query: {
                department?: string;
                event?: string;
                from: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        now: string;
                        orders: number;
                        rows: {
                            departmentId: string | null;
                            departmentName: string | null;
                            holder: "desk" | "department" | "crew" | "customer" | "other" | "pause" | "closed";
                            /** @description 秒 */
                            mean: number;
                            name: string;
                            orders: number;
                            /** @description 秒 */
                            p90: number;
                            /** @description 秒 */
                            seconds: number;
                        }[];
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsAttributionOrders: {
        parameters: {
            query: {
                department?: string;
                event?: string;
                from: string;
                holder?: "desk" | "department" | "crew" | "customer" | "other" | "pause" | "closed";
                unit?: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 用时最长的在前，至多 200 张 */
                        items: {
                            eventName: string;
                            id: number;
                            number: string;
                            place: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description 秒 */
                            seconds: number;
                            state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                            stateName: string;
                        }[];
                        orders: number;
                        /** @description 秒 */
                        seconds: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsMetrics: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        metrics: components["schemas"]["Metric"][];
                        month: string;
                        pack: {
                            hash: string;
                            id: string;
                            utility: string;
                            version: string;
                        };
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsMetricsOrders: {
        parameters: {
            query: {
                index: number;
                month?: string;
                part: "counts" | "misses" | "unknown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 至多 200 张 */
                        items: {
                            eventName: string;
                            id: number;
                            number: string;
                            place: string;
                            /** Format: date-time */
                            receivedAt: string;
                            state: "awaiting-dispatch" | "awaiting-acceptance" | "awaiting-assignment" | "in-progress" | "awaiting-review" | "awaiting-call-back" | "closed" | "cancelled" | "merged";
                            stateName: string;
                        }[];
                        orders: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsVoices: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        rows: {
                            count: number;
                            kind: string;
                            kindName: string;
                            month: string;
                            source: string;
                            sourceName: string;
                        }[];
                        total: number;
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsVoicesRequests: {
        parameters: {
            query?: {
                from?: string;
                kind?: string;
                source?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRequests: {
        parameters: {
            query?: {
                channel?: string;
                cursor?: string;
                event?: string;
                limit?: number;
                mine?: boolean;
                outcome?: "draft" | "open" | "declined" | "registered";
                premisesId?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Request"][];
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequests: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequest"];
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRequestsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    explanation?: string;
                    handedTo?: string;
                    reason: string;
                    toldAt?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdHandOver: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    staffId?: number;
                    unit?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    communityId?: number;
                    contactTimes?: string;
                    districtId?: string;
                    event: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    joinOrderId?: number;
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    reporter?: string;
                    roadIds?: number[];
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdRegister: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event: string;
                    /** @description 怎样答谢 */
                    thanks?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdReveal: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        phone: string | null;
                        reporter: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsByIdTold: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toldAt?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: string;
                    communityId?: number;
                    contactTimes?: string;
                    content?: string;
                    districtId?: string;
                    event?: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    receivedAt?: string;
                    reporter?: string;
                    roadIds?: number[];
                    source?: string;
                    sourceRef?: string;
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedElements"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel: string;
                    communityId?: number;
                    contactTimes?: string;
                    content: string;
                    districtId?: string;
                    event?: string;
                    explanation?: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    handedTo?: string;
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    reason: string;
                    receivedAt?: string;
                    reporter?: string;
                    roadIds?: number[];
                    source?: string;
                    sourceRef?: string;
                    toldAt?: string;
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: string;
                    communityId?: number;
                    contactTimes?: string;
                    content?: string;
                    districtId?: string;
                    event?: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    receivedAt?: string;
                    reporter?: string;
                    roadIds?: number[];
                    source?: string;
                    sourceRef?: string;
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicate"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsEarlier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: string;
                    communityId?: number;
                    contactTimes?: string;
                    content?: string;
                    districtId?: string;
                    event?: string;
                    except?: number;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    receivedAt?: string;
                    reporter?: string;
                    roadIds?: number[];
                    source?: string;
                    sourceRef?: string;
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarlierContacts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsRegister: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel: string;
                    communityId?: number;
                    contactTimes?: string;
                    content: string;
                    districtId?: string;
                    event: string;
                    facts?: {
                        [key: string]: boolean | number | string | string[];
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    joinOrderId?: number;
                    lat?: number;
                    lon?: number;
                    phone?: string;
                    place?: string;
                    premisesId?: number;
                    receivedAt?: string;
                    reporter?: string;
                    roadIds?: number[];
                    source?: string;
                    sourceRef?: string;
                    /** @description 怎样答谢 */
                    thanks?: string;
                    urgent?: boolean;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRequestsSuggest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRostersChanges: {
        parameters: {
            query?: {
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListChange"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersChangesFile: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changeId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersCopyWeek: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    day: string;
                    departmentId: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        copied: number;
                        /** @description Overlapping, or of who has left */
                        left: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRostersHandovers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Handover"][];
                        open: {
                            dueAt: string | null;
                            dueState: string | null;
                            event: string;
                            number: string;
                            orderId: number;
                            place: string;
                            state: string;
                            urgent: boolean;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersHandovers: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    takerId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handoverId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersHandoversTake: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handoverId: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersLists: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    departmentId: string;
                    /** @enum {unknown} */
                    duty: "liaison" | "handler";
                    phone: string;
                    reason?: string;
                    staffId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersListsEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    listedId: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRostersOnDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        units: components["schemas"]["UnitOnDuty"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersShifts: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    departmentId: string;
                    /** Format: date-time */
                    endsAt: string;
                    note?: string;
                    staffId: number;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shiftId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersShiftsRemove: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shiftId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shiftId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRostersStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandIn"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersStandIns: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absentId: number;
                    deputyId: number;
                    /** Format: date-time */
                    from: string;
                    reason: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        standInId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRostersStandInsEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    standInId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        standInId: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRostersWeek: {
        parameters: {
            query?: {
                day?: string;
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        shifts: components["schemas"]["Shift"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-set-up-begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    administrator: {
                        name: string;
                        password: string;
                        username: string;
                    };
                    code: string;
                    name: string;
                    /** @description Unit of the administrator */
                    office: string;
                    region: string;
                    /** @description What follows # in the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        utility: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSetUpFinish: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-set-up-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows # in the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        until: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSetUpUtility: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    region: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSignInPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lockAfter: number;
                    lockMinutes: number;
                    secondFactorRoles: ("desk-agent" | "dispatcher" | "department-head" | "crew-member" | "reviewer" | "supervisor" | "manager" | "administrator" | "discipline-officer")[];
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            lockAfter: number;
                            lockMinutes: number;
                            secondFactorRoles: string[];
                        };
                        provider: {
                            clientId: string;
                            enabled: boolean;
                            issuer: string;
                            /** @enum {unknown} */
                            match: "none" | "email" | "username";
                            name: string;
                            secondFactor: boolean;
                            secretSet: boolean;
                            usernameClaim: string;
                        } | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlips: {
        parameters: {
            query?: {
                after?: number;
                list?: "to-print" | "to-serve" | "served" | "void";
                number?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            served: number;
                            "to-print": number;
                            "to-serve": number;
                            void: number;
                        };
                        more: boolean;
                        slips: components["schemas"]["Slip"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlips: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 地址；不填则取诉求或工单的地址 */
                    address?: string;
                    fields: {
                        [key: string]: string;
                    };
                    kind: string;
                    /** @description 客户；不填则取诉求人 */
                    name?: string;
                    orderId?: number;
                    requestId?: number;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlipsKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipKind"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlipsPdf: {
        parameters: {
            query: {
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlipsServed: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at: string;
                    /**
                     * Format: uuid
                     * @description 工单附件：送达照片
                     */
                    attachmentId?: string;
                    manner: "handed" | "posted" | "left" | "mailed";
                    /** @description 签收人 */
                    receiver?: string;
                    slipId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlipsVoid: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    slipId: number;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaff: {
        parameters: {
            query?: {
                department?: string;
                role?: "desk-agent" | "dispatcher" | "department-head" | "crew-member" | "reviewer" | "supervisor" | "manager" | "administrator" | "discipline-officer";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaff: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    districts?: string[];
                    /** @description Somebody new: refused where the username is taken */
                    fresh?: boolean;
                    name: string;
                    /** @description Absent: as it was; empty: none */
                    phone?: string;
                    roles: string[];
                    unit: string;
                    username: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        outcome: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdActivate: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdDeactivate: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdEndSessions: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent: all the others */
                    session?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdResetPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdResetSecondFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaffByIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdSetEmail: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string | null;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdUnlink: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffByIdUnlock: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaffAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStaffPasswords: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passwords: {
                        password: string;
                        staffId: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        given: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commands: {
                        body: {
                            [key: string]: unknown;
                        };
                        command: string;
                        /** Format: date-time */
                        deviceAt: string;
                        id: string;
                        /** Format: date-time */
                        occurredAt: string;
                        /** @description 工单内部编号 */
                        order: number;
                        position?: {
                            /** @description 米 */
                            accuracy: number;
                            lat: number;
                            lon: number;
                        };
                        /** @description 手机所见工单的最后一条事件 */
                        seen?: number;
                    }[];
                    deviceId: string;
                    /** @description 终端名称 */
                    name?: string;
                    secret: string;
                    /**
                     * Format: date-time
                     * @description 发出时手机时钟的时间，未校正
                     */
                    sentAt: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            flags: ("far" | "fast" | "before-acknowledged" | "clock")[];
                            id: string;
                            into?: {
                                id: number;
                                number: string;
                            };
                            /** @enum {unknown} */
                            outcome: "applied" | "listed";
                            refusal?: {
                                article?: string;
                                code: string;
                                message: string;
                            };
                        }[];
                        /** Format: date-time */
                        serverTime: string;
                        /** @description 终端已挂失，须清除全部数据 */
                        wipe: boolean;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThings: {
        parameters: {
            query?: {
                ended?: boolean;
                kind?: string;
                page?: number;
                q?: string;
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            kind: string;
                            n: number;
                            name: string;
                        }[];
                        things: components["schemas"]["Thing"][];
                        total: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postThings: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    district?: string;
                    ended?: string;
                    expires?: string;
                    facts?: {
                        [key: string]: string;
                    };
                    kind: string;
                    lastDone?: string;
                    name?: string;
                    person?: string;
                    place?: string;
                    since?: string;
                    unit?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thing"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThingsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thing"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putThingsById: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    district?: string;
                    ended?: string;
                    expires?: string;
                    facts?: {
                        [key: string]: string;
                    };
                    lastDone?: string;
                    name?: string;
                    place?: string;
                    since?: string;
                    unit?: string;
                };
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thing"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThingsByIdDuties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        coming: components["schemas"]["ComingDuty"][];
                        history: components["schemas"]["DutyOrder"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postThingsByIdReveal: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, new for each intent: repeating a write with it has no second effect */
                "Idempotency-Key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThingsWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            choices: {
                                id: string;
                                name: string;
                            }[];
                            fact: string;
                            name: string;
                            type: string;
                        }[];
                        kinds: {
                            kind: string;
                            name: string;
                            owed: boolean;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUploads: {
        parameters: {
            query?: never;
            header: {
                "Tus-Resumable": string;
                "Upload-Length": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUploadsById: {
        parameters: {
            query?: never;
            header: {
                "Tus-Resumable": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    headUploadsById: {
        parameters: {
            query?: never;
            header: {
                "Tus-Resumable": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchUploadsById: {
        parameters: {
            query?: never;
            header: {
                "Tus-Resumable": string;
                "Upload-Offset": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": unknown;
            };
        };
        responses: {
            /** @description granted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        utilities: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
